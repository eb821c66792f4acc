package dev.sealedsecrets.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;

/** The two numbers of an RSA public key, in the PKCS#1 form of RFC 8017 appendix A.1.1 and as a key of the JDK. */
final class RsaPublicNumbers {
    private RsaPublicNumbers() {}

    /** Reads a whole RSAPublicKey structure. */
    static RSAPublicKey readPkcs1(byte[] der) throws MalformedDerException {
        DerReader outer = new DerReader(der);
        DerReader fields = outer.sequence();
        outer.end();
        BigInteger modulus = fields.positiveInteger();
        BigInteger exponent = fields.positiveInteger();
        fields.end();
        return publicKey(modulus, exponent);
    }

    /** The JDK's key. It knows modulus lengths from 512 to 16384 bits. */
    static RSAPublicKey publicKey(BigInteger modulus, BigInteger exponent) throws MalformedDerException {
        try {
            return (RSAPublicKey) JdkAlgorithms.rsaKeys().generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException e) {
            throw new MalformedDerException();
        }
    }
}
