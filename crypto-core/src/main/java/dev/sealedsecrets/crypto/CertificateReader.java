package dev.sealedsecrets.crypto;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads the DER of a certificate (RFC 5280 section 4.1) field by field.
 *
 * <p>The JDK's CertificateFactory cannot be used: it refuses the empty issuer that generated sealing certificates have. Strict
 * about form: nothing may be left over at any level that is read. The values of extensions, the names inside issuer and
 * subject and the signature are not interpreted.
 */
final class CertificateReader {
    private static final int HIGHEST_VERSION = 2;

    /** What is being read, for the message. */
    private String part = "certificate";

    private CertificateReader() {}

    static SealingCertificate read(byte[] der) throws CertificateFormatException {
        CertificateReader reader = new CertificateReader();
        try {
            return reader.certificate(der);
        } catch (MalformedDerException e) {
            throw new CertificateFormatException("x509: malformed " + reader.part);
        }
    }

    private SealingCertificate certificate(byte[] der) throws MalformedDerException, CertificateFormatException {
        DerReader outer = new DerReader(der);
        DerReader certificate = outer.sequence();
        if (outer.hasMore()) {
            throw new CertificateFormatException("x509: trailing data");
        }
        part = "tbs certificate";
        DerReader fields = certificate.sequence();
        int version = version(fields);
        serial(fields);
        part = "signature algorithm identifier";
        AlgorithmIdentifier inner = AlgorithmIdentifier.read(fields);
        part = "issuer";
        name(fields);
        part = "validity";
        DerReader validity = fields.sequence();
        Instant notBefore = DerTime.read(validity);
        Instant notAfter = DerTime.read(validity);
        validity.end();
        part = "subject";
        name(fields);
        part = "subjectPublicKey";
        CertificateKey key = CertificateKey.read(fields);
        part = "extensions";
        uniqueIdentifiers(fields, version);
        extensions(fields, version);
        part = "tbs certificate";
        fields.end();
        part = "algorithm identifier";
        if (!AlgorithmIdentifier.read(certificate).sameAs(inner)) {
            throw new CertificateFormatException("x509: inner and outer signature algorithm identifiers don't match");
        }
        part = "signature";
        certificate.bitStringOctets();
        certificate.end();
        return new SealingCertificate(der, key, notBefore, notAfter);
    }

    private int version(DerReader fields) throws MalformedDerException, CertificateFormatException {
        part = "version";
        if (!fields.nextIs(DerReader.context(0))) {
            return 0;
        }
        DerReader explicit = fields.enter(DerReader.context(0));
        BigInteger version = explicit.integer();
        explicit.end();
        if (version.bitLength() > 2 || version.intValue() > HIGHEST_VERSION) {
            throw new CertificateFormatException("x509: invalid version");
        }
        if (version.signum() < 0) {
            throw new MalformedDerException();
        }
        return version.intValue();
    }

    private void serial(DerReader fields) throws MalformedDerException, CertificateFormatException {
        part = "serial number";
        if (fields.integer().signum() < 0) {
            throw new CertificateFormatException("x509: negative serial number");
        }
    }

    /** Passes over a Name: a sequence of sets of pairs. It may be empty. */
    private static void name(DerReader fields) throws MalformedDerException {
        DerReader names = fields.sequence();
        while (names.hasMore()) {
            DerReader attributes = names.enter(DerReader.SET);
            while (attributes.hasMore()) {
                DerReader attribute = attributes.sequence();
                attribute.objectIdentifier();
                attribute.enterAny();
                attribute.end();
            }
        }
    }

    /** Passes over the identifiers that version 2 brought and nobody uses. */
    private static void uniqueIdentifiers(DerReader fields, int version) throws MalformedDerException {
        for (int tag = 0x81; tag <= 0x82; tag++) {
            if (version > 0 && fields.nextIs(tag)) {
                fields.enterAny();
            }
        }
    }

    /** Passes over the extensions of version 3; none may come twice. */
    private static void extensions(DerReader fields, int version) throws MalformedDerException {
        if (version < HIGHEST_VERSION || !fields.nextIs(DerReader.context(3))) {
            return;
        }
        DerReader explicit = fields.enter(DerReader.context(3));
        DerReader extensions = explicit.sequence();
        explicit.end();
        Set<String> seen = new HashSet<>();
        while (extensions.hasMore()) {
            DerReader extension = extensions.sequence();
            if (!seen.add(extension.objectIdentifier())) {
                throw new MalformedDerException();
            }
            if (extension.nextIs(DerReader.BOOLEAN)) {
                extension.truth();
            }
            extension.octetString();
            extension.end();
        }
    }
}
