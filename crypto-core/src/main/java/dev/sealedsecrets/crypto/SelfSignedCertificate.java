package dev.sealedsecrets.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * Makes the certificate of a new sealing key, equal in form to the original's: version 3, 128 random bits as serial number,
 * sha256WithRSAEncryption, and three extensions in this order: key usage (critical, encipherOnly alone), basic constraints
 * (critical, CA without path length), subject key identifier (first 20 bytes of SHA-256 over the PKCS#1 public key).
 *
 * <p>encipherOnly without keyAgreement and an empty issuer are not allowed by RFC 5280 (sections 4.2.1.3 and 4.1.2.4). They are
 * kept because clients of the original have always been served such certificates, and nothing here validates them. Libraries
 * refuse to build them, so this writes the fields itself.
 */
final class SelfSignedCertificate {
    private static final String SHA256_WITH_RSA = "1.2.840.113549.1.1.11";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";

    private static final int PRINTABLE_STRING = 0x13;
    private static final int UTF8_STRING = 0x0c;
    private static final String PRINTABLE_SPECIALS = " '()+,-./:=?";

    private static final int SERIAL_BITS = 128;
    private static final int IDENTIFIER_BYTES = 20;
    /** The bit encipherOnly alone. */
    private static final byte[] USAGE_BITS = {0x01};

    private static final byte[] TRUE = {DerReader.BOOLEAN, 1, (byte) 0xff};
    private static final byte[] NULL = {0x05, 0};

    private SelfSignedCertificate() {}

    /** The DER of a certificate for this RSA pair, valid from {@code now}, cut to whole seconds. */
    static byte[] sign(KeyPair pair, KeySpec spec, Instant now, SecureRandom random) throws GeneralSecurityException {
        byte[] algorithm = DerWriter.sequence(DerWriter.objectIdentifier(SHA256_WITH_RSA), NULL);
        byte[] fields = fields((RSAPublicKey) pair.getPublic(), spec, now, algorithm, random);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate(), random);
        signature.update(fields);
        return DerWriter.sequence(fields, algorithm, DerWriter.bitString(signature.sign()));
    }

    private static byte[] fields(RSAPublicKey key, KeySpec spec, Instant now, byte[] algorithm, SecureRandom random) {
        Instant notBefore = now.truncatedTo(ChronoUnit.SECONDS);
        Instant notAfter = notBefore.plusSeconds(spec.validity().toSeconds());
        byte[] name = name(spec.commonName());
        return DerWriter.sequence(
                DerWriter.element(DerReader.context(0), DerWriter.integer(BigInteger.TWO)),
                DerWriter.integer(new BigInteger(SERIAL_BITS, random)),
                algorithm,
                name,
                DerWriter.sequence(DerTime.write(notBefore), DerTime.write(notAfter)),
                name,
                key.getEncoded(),
                DerWriter.element(DerReader.context(3), extensions(key)));
    }

    private static byte[] extensions(RSAPublicKey key) {
        return DerWriter.sequence(
                criticalExtension(KEY_USAGE, DerWriter.bitString(USAGE_BITS)),
                criticalExtension(BASIC_CONSTRAINTS, DerWriter.sequence(TRUE)),
                DerWriter.sequence(
                        DerWriter.objectIdentifier(SUBJECT_KEY_IDENTIFIER),
                        DerWriter.octetString(DerWriter.octetString(keyIdentifier(key)))));
    }

    private static byte[] criticalExtension(String identifier, byte[] value) {
        return DerWriter.sequence(DerWriter.objectIdentifier(identifier), TRUE, DerWriter.octetString(value));
    }

    private static byte[] keyIdentifier(RSAPublicKey key) {
        byte[] publicKey =
                DerWriter.sequence(DerWriter.integer(key.getModulus()), DerWriter.integer(key.getPublicExponent()));
        return Arrays.copyOf(JdkAlgorithms.sha256().digest(publicKey), IDENTIFIER_BYTES);
    }

    /** The empty name, or one CN: a PrintableString where its characters allow that, else a UTF8String. */
    private static byte[] name(String commonName) {
        if (commonName.isEmpty()) {
            return DerWriter.sequence();
        }
        int tag = isPrintable(commonName) ? PRINTABLE_STRING : UTF8_STRING;
        byte[] attribute = DerWriter.sequence(
                DerWriter.objectIdentifier(COMMON_NAME),
                DerWriter.element(tag, commonName.getBytes(StandardCharsets.UTF_8)));
        return DerWriter.sequence(DerWriter.element(DerReader.SET, attribute));
    }

    private static boolean isPrintable(String text) {
        return text.chars()
                .allMatch(character -> (character >= 'a' && character <= 'z')
                        || (character >= 'A' && character <= 'Z')
                        || (character >= '0' && character <= '9')
                        || PRINTABLE_SPECIALS.indexOf(character) >= 0);
    }
}
