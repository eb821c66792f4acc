package dev.sealedsecrets.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes the certificate of a new sealing key, equal in form to the original's: version 3, 128 random bits as serial number,
 * sha256WithRSAEncryption, and three extensions in this order: key usage (critical, encipherOnly alone), basic constraints
 * (critical, CA without path length), subject key identifier (first 20 bytes of SHA-256 over the PKCS#1 public key).
 *
 * <p>encipherOnly without keyAgreement is not allowed by RFC 5280 section 4.2.1.3. It is kept because clients of the original
 * have always been served such certificates, and nothing here validates it.
 */
final class SelfSignedCertificate {
    private static final int SERIAL_BITS = 128;
    private static final int KEY_IDENTIFIER_BYTES = 20;

    private SelfSignedCertificate() {}

    /** The DER of a certificate for this pair, valid from {@code now}, cut to whole seconds. */
    static byte[] sign(KeyPair pair, KeySpec spec, Instant now, SecureRandom random) {
        Instant notBefore = now.truncatedTo(ChronoUnit.SECONDS);
        Instant notAfter = notBefore.plusSeconds(spec.validity().toSeconds());
        X500Name name = name(spec.commonName());
        SubjectPublicKeyInfo publicKey =
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, random),
                Date.from(notBefore),
                Date.from(notAfter),
                Locale.ROOT,
                name,
                publicKey);
        try {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.encipherOnly));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.subjectKeyIdentifier, false, keyIdentifier(publicKey));
            return builder.build(signer(pair, random)).getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("cannot sign a certificate", e);
        }
    }

    private static ContentSigner signer(KeyPair pair, SecureRandom random) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withRSA")
                .setSecureRandom(random)
                .build(pair.getPrivate());
    }

    /** The empty name, or one with the CN as PrintableString where its characters allow that, else as UTF8String. */
    private static X500Name name(String commonName) {
        if (commonName.isEmpty()) {
            return new X500Name(new RDN[0]);
        }
        ASN1Encodable value = ASN1PrintableString.isPrintableString(commonName)
                ? new DERPrintableString(commonName)
                : new DERUTF8String(commonName);
        return new X500Name(new RDN[] {new RDN(BCStyle.CN, value)});
    }

    private static SubjectKeyIdentifier keyIdentifier(SubjectPublicKeyInfo publicKey) {
        MessageDigest digest = JdkAlgorithms.sha256();
        byte[] hash = digest.digest(publicKey.getPublicKeyData().getOctets());
        return new SubjectKeyIdentifier(Arrays.copyOf(hash, KEY_IDENTIFIER_BYTES));
    }
}
