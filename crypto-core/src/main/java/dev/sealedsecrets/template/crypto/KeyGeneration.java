package dev.sealedsecrets.template.crypto;

import dev.sealedsecrets.template.limit.TemplateLimits;
import dev.sealedsecrets.template.value.Arguments;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.DSAParametersGenerator;
import org.bouncycastle.crypto.params.DSAParameterGenerationParameters;
import org.bouncycastle.crypto.params.DSAParameters;

/** New private keys, as sprig's genPrivateKey and certificate functions make them. Each counts against the limit of keys. */
final class KeyGeneration {
    private static final int GENERATED_KEY_BITS = 4096;
    private static final int CERTIFICATE_KEY_BITS = 2048;
    private static final int DSA_P_BITS = 2048;
    private static final int DSA_Q_BITS = 256;
    private static final int DSA_CERTAINTY = 128;

    private KeyGeneration() {}

    /** The PEM text of a new key of a type; a type that is unknown gives a text that says so. */
    static String pem(Arguments a) {
        return switch (a.text(0)) {
            case "", "rsa" -> rsa(a, GENERATED_KEY_BITS).exposePem();
            case "dsa" -> dsa(a);
            case "ecdsa" ->
                generated(a, "EC", new ECGenParameterSpec("secp256r1")).exposePem();
            case "ed25519" ->
                generated(a, "Ed25519", NamedParameterSpec.ED25519).exposePem();
            default -> "Unknown type " + a.text(0);
        };
    }

    /** A new key for a certificate. */
    static SigningKey forCertificate(Arguments a) {
        return rsa(a, CERTIFICATE_KEY_BITS);
    }

    private static SigningKey rsa(Arguments a, int bits) {
        return generated(a, "RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
    }

    private static SigningKey generated(Arguments a, String algorithm, AlgorithmParameterSpec parameters) {
        a.budget().keys(1);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters, RandomBits.of(a.rendering().random()));
            KeyPair pair = generator.generateKeyPair();
            return PrivateKeyPem.parse(
                    a.budget(), PemText.encode("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String dsa(Arguments a) {
        a.budget().keys(TemplateLimits.DSA_COST);
        SecureRandom random = RandomBits.of(a.rendering().random());
        DSAParametersGenerator generator = new DSAParametersGenerator(new SHA256Digest());
        generator.init(new DSAParameterGenerationParameters(DSA_P_BITS, DSA_Q_BITS, DSA_CERTAINTY, random));
        DSAParameters parameters = generator.generateParameters();
        BigInteger x = new BigInteger(DSA_Q_BITS + 64, random)
                .mod(parameters.getQ().subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        ASN1EncodableVector key = new ASN1EncodableVector();
        key.add(new ASN1Integer(0));
        key.add(new ASN1Integer(parameters.getP()));
        key.add(new ASN1Integer(parameters.getQ()));
        key.add(new ASN1Integer(parameters.getG()));
        key.add(new ASN1Integer(parameters.getG().modPow(x, parameters.getP())));
        key.add(new ASN1Integer(x));
        try {
            return PemText.encode("DSA PRIVATE KEY", new DERSequence(key).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
