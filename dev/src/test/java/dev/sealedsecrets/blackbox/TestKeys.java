package dev.sealedsecrets.blackbox;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Key pairs by name, each made once for all cases, and certificates for them. */
final class TestKeys {

    private final Map<String, KeyPair> made = new ConcurrentHashMap<>();

    KeyPair get(String name, int bits, String kind) {
        return made.computeIfAbsent(name + ":" + bits + ":" + kind, unused -> generate(bits, kind));
    }

    private static KeyPair generate(int bits, String kind) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind.equals("ec") ? "EC" : "RSA");
            generator.initialize(kind.equals("ec") ? 256 : bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String certificate(KeyPair pair, String commonName, Instant from, Instant to) {
        X500Name name = new X500Name("CN=" + (commonName.isEmpty() ? "test" : commonName));
        try {
            return pem(new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(from.getEpochSecond()),
                            Date.from(from),
                            Date.from(to),
                            name,
                            pair.getPublic())
                    .build(new JcaContentSignerBuilder(
                                    pair.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA")
                            .build(pair.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(Object object) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    static PrivateKey privateKey(String pem) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            Object found = parser.readObject();
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            return found instanceof PEMKeyPair pair
                    ? converter.getKeyPair(pair).getPrivate()
                    : converter.getPrivateKey((PrivateKeyInfo) found);
        } catch (IOException e) {
            throw new AssertionError("not a private key", e);
        }
    }

    /** The key that a case names as {@code NAME} or {@code NAME:BITS}. */
    PublicKey publicKey(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        return get(name, colon < 0 ? 2048 : Integer.parseInt(text.substring(colon + 1)), "rsa")
                .getPublic();
    }
}
