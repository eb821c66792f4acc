package dev.sealedsecrets.cli.cases;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sealed items as the format describes them, made and opened with nothing of the code under test: two bytes with the length of the RSA block, the RSA block
 * (OAEP with SHA-256 over the session key, under a label), AES-GCM of the plaintext with a nonce of zeros and the tag.
 */
final class Envelope {

    private static final int HASH = 32;
    private static final int TAG = 16;
    private static final int SESSION_KEY = 32;

    private final SecureRandom random = new SecureRandom();
    private final List<TestKey> keys;

    Envelope(List<TestKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** What an item was found to hold. */
    record Opened(String key, String label, String sessionKeyHex, String plaintextBase64) {}

    /** A new item, in base64. */
    String seal(String keyName, int sessionKeyBits, String label, byte[] plaintext) {
        TestKey key = keys.stream()
                .filter(one -> one.name().equals(keyName))
                .findFirst()
                .orElseThrow(() -> new CaseException("no key " + keyName));
        byte[] sessionKey = new byte[sessionKeyBits / 8];
        random.nextBytes(sessionKey);
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
            PSource source = new PSource.PSpecified(label.getBytes(StandardCharsets.UTF_8));
            rsa.init(
                    Cipher.ENCRYPT_MODE,
                    key.publicKey(),
                    new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, source));
            byte[] block = rsa.doFinal(sessionKey);
            byte[] payload = payloadCipher(Cipher.ENCRYPT_MODE, sessionKey).doFinal(plaintext);
            byte[] item = ByteBuffer.allocate(2 + block.length + payload.length)
                    .putShort((short) block.length)
                    .put(block)
                    .put(payload)
                    .array();
            return Base64.getEncoder().encodeToString(item);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a text has the form of an item; one in padded standard base64 that is none is something else. */
    static boolean hasItsForm(String base64) {
        Optional<byte[]> decoded = decode(base64);
        if (decoded.isEmpty()) {
            return true;
        }
        byte[] bytes = decoded.get();
        return bytes.length >= 2 + 256 + TAG
                && List.of(128, 256, 384, 512).contains(ByteBuffer.wrap(bytes).getShort() & 0xffff);
    }

    /**
     * Opens an item with the first key and label that fit.
     *
     * @return empty if none fits, also if the session key has not 256 bits
     */
    Optional<Opened> open(String base64, List<String> labels) {
        Optional<byte[]> decoded = decode(base64);
        if (decoded.isEmpty() || decoded.get().length < 2) {
            return Optional.empty();
        }
        ByteBuffer item = ByteBuffer.wrap(decoded.get());
        int length = item.getShort() & 0xffff;
        if (item.remaining() < length + TAG) {
            return Optional.empty();
        }
        byte[] block = new byte[length];
        item.get(block);
        byte[] payload = new byte[item.remaining()];
        item.get(payload);
        for (TestKey key : keys) {
            if (key.blockLength() == length) {
                byte[] encoded = raise(block, key);
                for (String label : labels) {
                    Optional<byte[]> sessionKey = message(encoded, label);
                    if (sessionKey.isPresent()) {
                        String hex = HexFormat.of().formatHex(sessionKey.get());
                        return plaintext(sessionKey.get(), payload)
                                .map(Base64.getEncoder()::encodeToString)
                                .map(plain -> new Opened(key.name(), label, hex, plain));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return base64.length() % 4 == 0 ? Optional.of(Base64.getDecoder().decode(base64)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** RSA with the private key. Once for all labels, because it is what takes the time. */
    private static byte[] raise(byte[] block, TestKey key) {
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/NoPadding");
            rsa.init(Cipher.DECRYPT_MODE, key.privateKey());
            return rsa.doFinal(block);
        } catch (BadPaddingException e) {
            return new byte[block.length]; // a number as large as the modulus: made with another key
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** EME-OAEP decoding, RFC 8017 section 7.1.2 step 3. */
    private static Optional<byte[]> message(byte[] encoded, String label) {
        byte[] seed = Arrays.copyOfRange(encoded, 1, 1 + HASH);
        byte[] block = Arrays.copyOfRange(encoded, 1 + HASH, encoded.length);
        mask(seed, block);
        mask(block, seed);
        byte[] labelHash = sha256(label.getBytes(StandardCharsets.UTF_8));
        if (encoded[0] != 0 || !Arrays.equals(block, 0, HASH, labelHash, 0, HASH)) {
            return Optional.empty();
        }
        int at = HASH;
        while (at < block.length && block[at] == 0) {
            at++;
        }
        return at < block.length && block[at] == 1
                ? Optional.of(Arrays.copyOfRange(block, at + 1, block.length))
                : Optional.empty();
    }

    private static void mask(byte[] target, byte[] seed) {
        for (int block = 0; block * HASH < target.length; block++) {
            byte[] counted =
                    ByteBuffer.allocate(seed.length + 4).put(seed).putInt(block).array();
            byte[] hash = sha256(counted);
            for (int i = 0; i < HASH && block * HASH + i < target.length; i++) {
                target[block * HASH + i] ^= hash[i];
            }
        }
    }

    static String sha256Hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<byte[]> plaintext(byte[] sessionKey, byte[] payload) {
        if (sessionKey.length != SESSION_KEY) {
            return Optional.empty();
        }
        try {
            return Optional.of(payloadCipher(Cipher.DECRYPT_MODE, sessionKey).doFinal(payload));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher payloadCipher(int mode, byte[] sessionKey) throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(mode, new SecretKeySpec(sessionKey, "AES"), new GCMParameterSpec(8 * TAG, new byte[12]));
        return aes;
    }
}
