package dev.sealedsecrets.template.crypto;

import dev.sealedsecrets.template.function.Decoding;
import dev.sealedsecrets.template.text.Utf8;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.GoError;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * sprig's encryptAES and decryptAES: AES-256-CBC, the password's bytes as key (cut or filled with zero bytes), random IV in
 * front, base64.
 *
 * <p>Does not guarantee: integrity, or any strength beyond that of the password. It exists for compatibility.
 */
final class AesText {
    private static final int KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 16;

    private AesText() {}

    static String encrypt(Arguments a) {
        String plaintext = a.text(1);
        if (plaintext.isEmpty()) {
            return "";
        }
        a.budget().text(2L * plaintext.length() + 2 * BLOCK_BYTES);
        byte[] iv = new byte[BLOCK_BYTES];
        a.rendering().random().nextBytes(iv);
        byte[] encrypted = crypt(Cipher.ENCRYPT_MODE, "PKCS5Padding", a.text(0), iv, Utf8.toBytes(plaintext));
        byte[] all = Arrays.copyOf(iv, BLOCK_BYTES + encrypted.length);
        System.arraycopy(encrypted, 0, all, BLOCK_BYTES, encrypted.length);
        return Base64.getEncoder().encodeToString(all);
    }

    static String decrypt(Arguments a) {
        if (a.text(1).isEmpty()) {
            return "";
        }
        byte[] all = Utf8.toBytes(Decoding.base64(a.budget(), a.text(1)));
        if (all.length < BLOCK_BYTES) {
            throw new GoError("runtime error: slice bounds out of range [:16] with capacity "
                    + a.text(1).length() / 4 * 3);
        }
        if (all.length % BLOCK_BYTES != 0) {
            throw new GoError("crypto/cipher: input not full blocks");
        }
        byte[] iv = Arrays.copyOf(all, BLOCK_BYTES);
        byte[] encrypted = Arrays.copyOfRange(all, BLOCK_BYTES, all.length);
        byte[] padded = crypt(Cipher.DECRYPT_MODE, "NoPadding", a.text(0), iv, encrypted);
        if (padded.length == 0) {
            throw new GoError("runtime error: index out of range [-1]");
        }
        // The padding is not checked, only cut off.
        int length = padded.length - Byte.toUnsignedInt(padded[padded.length - 1]);
        if (length < 0) {
            throw new GoError("runtime error: slice bounds out of range [:" + length + "]");
        }
        return Utf8.fromBytes(Arrays.copyOf(padded, length));
    }

    private static byte[] crypt(int mode, String padding, String password, byte[] iv, byte[] data) {
        byte[] key = Arrays.copyOf(Utf8.toBytes(password), KEY_BYTES);
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/" + padding);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
