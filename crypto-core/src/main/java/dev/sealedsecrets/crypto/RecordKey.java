package dev.sealedsecrets.crypto;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for records about what a sealing key opened: HKDF-SHA256 (RFC 5869) of the private exponent, for this use alone.
 *
 * <p>Guarantees: a tag says nothing about the fields to whoever does not hold the sealing key, and cannot be made without it;
 * neither the sealing key nor this key can be computed from tags; there is no way to get at the bytes. Does not guarantee that
 * equal fields stay hidden: equal lists of fields have equal tags, so put in what tells them apart.
 *
 * <p>Immutable and thread-safe.
 */
public final class RecordKey {
    private static final String HMAC = "HmacSHA256";
    private static final byte[] SALT = "sealed-secrets record v1".getBytes(StandardCharsets.US_ASCII);
    /** The first block of HKDF's output is all that is needed. */
    private static final byte[] FIRST_BLOCK = {1};

    private static final int TAG_BYTES = 16;

    private final SecretKeySpec key;

    private RecordKey(SecretKeySpec key) {
        this.key = key;
    }

    static RecordKey derivedFrom(BigInteger privateExponent) {
        byte[] secret = privateExponent.toByteArray();
        byte[] extracted = hmac(new SecretKeySpec(SALT, HMAC), secret);
        byte[] expanded = hmac(new SecretKeySpec(extracted, HMAC), FIRST_BLOCK);
        RecordKey derived = new RecordKey(new SecretKeySpec(expanded, HMAC));
        Arrays.fill(secret, (byte) 0);
        Arrays.fill(extracted, (byte) 0);
        Arrays.fill(expanded, (byte) 0);
        return derived;
    }

    /** The tag of a list of fields: 128 bits of HMAC-SHA256 over each field and its length, 22 characters of base64url. */
    public String tag(List<byte[]> fields) {
        int length =
                fields.stream().mapToInt(field -> Integer.BYTES + field.length).sum();
        ByteBuffer message = ByteBuffer.allocate(length);
        for (byte[] field : fields) {
            message.putInt(field.length).put(field);
        }
        byte[] tag = Arrays.copyOf(hmac(key, message.array()), TAG_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(tag);
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "RecordKey";
    }
}
