package dev.sealedsecrets.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * RSA-OAEP (RFC 8017 section 7.1) with SHA-256, MGF1 with SHA-256 and the {@link Label} as the encoding parameter, by the JDK.
 *
 * <p>The parameters are always given: by the transformation's name alone, providers differ in the hash inside MGF1.
 */
final class RsaOaep {
    private static final String TRANSFORMATION = "RSA/ECB/OAEPWithSHA-256AndMGF1Padding";

    private RsaOaep() {}

    /** The session key wrapped for a public key: a block of the full width of the modulus. */
    static byte[] wrap(SessionKey sessionKey, Label label, RSAPublicKey key, SecureRandom random) {
        try {
            Cipher cipher = JdkAlgorithms.cipher(TRANSFORMATION);
            cipher.init(Cipher.ENCRYPT_MODE, key, parameters(label), random);
            return cipher.doFinal(sessionKey.exposeBytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA-OAEP is not usable with this public key", e);
        }
    }

    /** The {@link BlockOpener} of one private key. */
    static BlockOpener opener(RSAPrivateKey key) {
        int width = (key.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
        return (block, label) -> unwrap(key, width, block, label);
    }

    private static Optional<SessionKey> unwrap(RSAPrivateKey key, int width, byte[] block, Label label) {
        if (block.length > width) {
            return Optional.empty();
        }
        byte[] number = new byte[width];
        System.arraycopy(block, 0, number, width - block.length, block.length);
        try {
            Cipher cipher = JdkAlgorithms.cipher(TRANSFORMATION);
            cipher.init(Cipher.DECRYPT_MODE, key, parameters(label));
            return Optional.of(SessionKey.unwrapped(cipher.doFinal(number)));
        } catch (BadPaddingException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA-OAEP is not usable with this private key", e);
        }
    }

    private static OAEPParameterSpec parameters(Label label) {
        return new OAEPParameterSpec(
                "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, new PSource.PSpecified(label.bytes()));
    }
}
