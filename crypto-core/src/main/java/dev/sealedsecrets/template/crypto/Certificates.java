package dev.sealedsecrets.template.crypto;

import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.Rendering;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes X.509 certificates with the fields and extensions that Go gives those of sprig. */
final class Certificates {
    private static final int SERIAL_BITS = 128;
    private static final int KEY_IDENTIFIER_BYTES = 20;
    private static final long NANOS_PER_DAY = 24L * 3600 * 1_000_000_000;
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private Certificates() {}

    /** A certificate signed with its own key. */
    static CertificateValue selfSigned(Rendering rendering, CertificateRequest request, SigningKey key) {
        return issue(rendering, request, key, subject(request), new byte[0], key);
    }

    /** A certificate signed by another one's key. */
    static CertificateValue signed(
            Rendering rendering,
            CertificateRequest request,
            SigningKey key,
            X509CertificateHolder issuer,
            SigningKey issuerKey) {
        if (!Arrays.equals(encoded(issuer.getSubjectPublicKeyInfo()), encoded(issuerKey.publicKey()))) {
            throw new GoError("error creating certificate: x509: provided PrivateKey doesn't match parent's PublicKey");
        }
        Extension identifier = issuer.getExtension(Extension.subjectKeyIdentifier);
        byte[] issuerId = identifier == null
                ? new byte[0]
                : ASN1OctetString.getInstance(identifier.getParsedValue()).getOctets();
        return issue(rendering, request, key, issuer.getSubject(), issuerId, issuerKey);
    }

    private static CertificateValue issue(
            Rendering rendering,
            CertificateRequest request,
            SigningKey key,
            X500Name issuer,
            byte[] issuerId,
            SigningKey issuerKey) {
        Instant now = rendering.clock().instant();
        // The number of days goes through nanoseconds, which wrap around, as in Go.
        Instant end = now.plusNanos(NANOS_PER_DAY * request.days());
        if (end.isAfter(END_OF_TIME)) {
            throw new GoError(
                    "error creating certificate: asn1: structure error: cannot represent time as GeneralizedTime");
        }
        X500Name subject = subject(request);
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, RandomBits.of(rendering.random())),
                Date.from(now),
                Date.from(end),
                subject,
                key.publicKey());
        try {
            extensions(builder, request, key, subject, issuer, issuerId);
            byte[] der = builder.build(signer(issuerKey)).getEncoded();
            return new CertificateValue(PemText.encode("CERTIFICATE", der), key.exposePem());
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signatures on curves are Bouncy Castle's, because the JDK no longer signs with P-224. */
    private static ContentSigner signer(SigningKey key) throws IOException, OperatorCreationException {
        String signature = key.algorithm().signature();
        if (key.algorithm().isElliptic()) {
            AlgorithmIdentifier algorithm = new DefaultSignatureAlgorithmIdentifierFinder().find(signature);
            AlgorithmIdentifier digest = new DefaultDigestAlgorithmIdentifierFinder().find(algorithm);
            return new BcECContentSignerBuilder(algorithm, digest)
                    .build(PrivateKeyFactory.createKey(key.privateKey().getEncoded()));
        }
        return new JcaContentSignerBuilder(signature).build(key.privateKey());
    }

    private static void extensions(
            X509v3CertificateBuilder builder,
            CertificateRequest request,
            SigningKey key,
            X500Name subject,
            X500Name issuer,
            byte[] issuerId)
            throws IOException {
        int usage = KeyUsage.keyEncipherment | KeyUsage.digitalSignature;
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(request.isAuthority() ? usage | KeyUsage.keyCertSign : usage));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
        }));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(request.isAuthority()));
        if (request.isAuthority()) {
            builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(key)));
        }
        if (issuerId.length > 0 && !Arrays.equals(encoded(subject), encoded(issuer))) {
            builder.addExtension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(issuerId));
        }
        if (!request.names().isEmpty()) {
            boolean critical = subject.getRDNs().length == 0;
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    critical,
                    new GeneralNames(request.names().toArray(GeneralName[]::new)));
        }
    }

    /** The first bytes of SHA-256 over the public key. */
    private static byte[] identifier(SigningKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(key.publicKey().getPublicKeyData().getBytes());
            return Arrays.copyOf(digest, KEY_IDENTIFIER_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X500Name subject(CertificateRequest request) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        if (!request.commonName().isEmpty()) {
            name.addRDN(BCStyle.CN, (ASN1Encodable) directoryString(request.commonName()));
        }
        return name.build();
    }

    private static ASN1String directoryString(String s) {
        boolean printable = s.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || " '()+,-./:=?".indexOf(c) >= 0);
        return printable ? new DERPrintableString(s) : new DERUTF8String(s);
    }

    private static byte[] encoded(ASN1Object object) {
        try {
            return object.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
