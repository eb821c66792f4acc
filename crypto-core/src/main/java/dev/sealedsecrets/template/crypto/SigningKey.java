package dev.sealedsecrets.template.crypto;

import java.security.PrivateKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A private key that can sign certificates, with its public half and its PEM form. Never printed. */
final class SigningKey {
    /** What Go says of a DSA key that is to sign or be certified. */
    static final String DSA_IN_CERTIFICATE =
            "error creating certificate: x509: only RSA, ECDSA and Ed25519 keys supported";

    /** Kinds of keys, with the JCA name of the signature Go makes with each. */
    enum Algorithm {
        RSA("SHA256withRSA"),
        P224("SHA256withECDSA"),
        P256("SHA256withECDSA"),
        P384("SHA384withECDSA"),
        P521("SHA512withECDSA"),
        ED25519("Ed25519");

        private final String signature;

        Algorithm(String signature) {
            this.signature = signature;
        }

        String signature() {
            return signature;
        }

        boolean isElliptic() {
            return this == P224 || this == P256 || this == P384 || this == P521;
        }

        static Optional<Algorithm> ofCurve(ASN1ObjectIdentifier curve) {
            if (curve.equals(SECObjectIdentifiers.secp224r1)) {
                return Optional.of(P224);
            } else if (curve.equals(SECObjectIdentifiers.secp256r1)) {
                return Optional.of(P256);
            } else if (curve.equals(SECObjectIdentifiers.secp384r1)) {
                return Optional.of(P384);
            } else if (curve.equals(SECObjectIdentifiers.secp521r1)) {
                return Optional.of(P521);
            }
            return Optional.empty();
        }
    }

    private final Algorithm algorithm;
    private final PrivateKey privateKey;
    private final SubjectPublicKeyInfo publicKey;
    private final String pem;

    SigningKey(Algorithm algorithm, PrivateKey privateKey, SubjectPublicKeyInfo publicKey, String pem) {
        this.algorithm = algorithm;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.pem = pem;
    }

    Algorithm algorithm() {
        return algorithm;
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    SubjectPublicKeyInfo publicKey() {
        return publicKey;
    }

    /** The PEM text as Go writes it; contains the private key. */
    String exposePem() {
        return pem;
    }

    @Override
    public String toString() {
        return algorithm + " key";
    }
}
