package dev.sealedsecrets.crypto;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;

/** Which RSA keys may be used. Keys that may not still load: they are listed and fingerprinted, but seal and open nothing. */
final class RsaKeyRules {
    private static final int MINIMUM_BITS = 1024;
    private static final int MAXIMUM_EXPONENT_BITS = 31;

    private RsaKeyRules() {}

    /** Whether the modulus is long enough, 1024 bits, for the key to be used. */
    static boolean isLongEnough(BigInteger modulus) {
        return modulus.bitLength() >= MINIMUM_BITS;
    }

    /** Whether this is an exponent that keys in use have: odd, at least 3, below 2^31. */
    static boolean isPlausibleExponent(BigInteger exponent) {
        return exponent.testBit(0)
                && exponent.bitLength() <= MAXIMUM_EXPONENT_BITS
                && exponent.compareTo(BigInteger.ONE) > 0;
    }

    static void requireUsable(RSAPublicKey key) {
        BigInteger modulus = key.getModulus();
        if (!isLongEnough(modulus)) {
            throw new UnusableKeyException("crypto/rsa: " + modulus.bitLength()
                    + "-bit keys are insecure (see https://go.dev/pkg/crypto/rsa#hdr-Minimum_key_size)");
        }
        if (!modulus.testBit(0)) {
            throw new UnusableKeyException("crypto/rsa: public modulus is even");
        }
        if (!isPlausibleExponent(key.getPublicExponent())) {
            throw new UnusableKeyException("crypto/rsa: public exponent is even, too small or too large");
        }
    }
}
