package dev.sealedsecrets.crypto;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SubjectPublicKeyInfo of a certificate (RFC 5280 section 4.1.2.7): an RSA key, or the name of another algorithm. */
final class CertificateKey {
    private final String algorithm;
    private final @Nullable RSAPublicKey rsa;

    private CertificateKey(String algorithm, @Nullable RSAPublicKey rsa) {
        this.algorithm = algorithm;
        this.rsa = rsa;
    }

    /** Takes the next element. */
    static CertificateKey read(DerReader from) throws MalformedDerException {
        DerReader fields = from.sequence();
        AlgorithmIdentifier identifier = AlgorithmIdentifier.read(fields);
        byte[] key = fields.bitStringOctets();
        fields.end();
        String algorithm = identifier.algorithm();
        if (!algorithm.equals(AlgorithmIdentifier.RSA)) {
            return new CertificateKey(name(algorithm), null);
        }
        if (!identifier.hasNullParameters()) {
            throw new MalformedDerException();
        }
        return new CertificateKey("RSA", RsaPublicNumbers.readPkcs1(key));
    }

    /** A word for people. */
    String algorithm() {
        return algorithm;
    }

    Optional<RSAPublicKey> rsa() {
        return Optional.ofNullable(rsa);
    }

    private static String name(String algorithm) {
        return switch (algorithm) {
            case AlgorithmIdentifier.EC -> "an EC key";
            case AlgorithmIdentifier.ED25519 -> "an Ed25519 key";
            default -> "a key of algorithm " + algorithm;
        };
    }
}
