package dev.sealedsecrets.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import javax.crypto.Cipher;

/**
 * Finds the JDK's implementations by the name of their provider.
 *
 * <p>A lookup by algorithm alone loads one provider after the other until one fits; that costs a short-lived process more than
 * the cryptography. Where a JDK has other providers, the lookup by algorithm is the fallback.
 */
final class JdkAlgorithms {
    private JdkAlgorithms() {}

    static Cipher cipher(String transformation) throws GeneralSecurityException {
        Provider provider = Security.getProvider("SunJCE");
        return provider == null ? Cipher.getInstance(transformation) : Cipher.getInstance(transformation, provider);
    }

    static KeyFactory rsaKeys() throws NoSuchAlgorithmException {
        Provider provider = Security.getProvider("SunRsaSign");
        return provider == null ? KeyFactory.getInstance("RSA") : KeyFactory.getInstance("RSA", provider);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
