package dev.sealedsecrets.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.InstantSource;

/**
 * A new key pair and its certificate, on the way into a key Secret.
 *
 * <p>The only type that gives out a private key, and only by {@link #exposePrivateKeyPem()}. {@link #toString()} shows the
 * fingerprint.
 */
public final class GeneratedSealingKey {
    private final SealingKey key;
    private final SealingCertificate certificate;

    private GeneratedSealingKey(SealingKey key, SealingCertificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * Makes a key pair with the public exponent 65537 and signs its certificate with it. Takes seconds for 4096 bits.
     *
     * @param clock gives the start of validity, which is cut to whole seconds
     * @throws IllegalArgumentException if the certificate would be valid beyond the year 9999
     */
    public static GeneratedSealingKey generate(KeySpec spec, InstantSource clock, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(spec.bits(), RSAKeyGenParameterSpec.F4), random);
            KeyPair pair = generator.generateKeyPair();
            SealingKey key = new SealingKey((RSAPrivateKey) pair.getPrivate(), (RSAPublicKey) pair.getPublic());
            byte[] certificate = SelfSignedCertificate.sign(pair, spec, clock.instant(), random);
            return new GeneratedSealingKey(key, CertificateReader.read(certificate));
        } catch (GeneralSecurityException | CertificateFormatException e) {
            throw new IllegalStateException("cannot make an RSA key with its certificate", e);
        }
    }

    /** The private key itself: PKCS#1 in PEM, the {@code tls.key} of a key Secret. */
    public String exposePrivateKeyPem() {
        return key.exposePem();
    }

    /** The certificate in PEM, the {@code tls.crt} of a key Secret. */
    public String certificatePem() {
        return certificate.toPem();
    }

    /** The key, for unsealing. */
    public SealingKey key() {
        return key;
    }

    /** The certificate, for sealing. */
    public SealingCertificate certificate() {
        return certificate;
    }

    @Override
    public String toString() {
        return "GeneratedSealingKey[" + key.fingerprint().text() + "]";
    }
}
