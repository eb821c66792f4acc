package dev.sealedsecrets.resource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * One plain value of a Secret.
 *
 * <p>Guarantees: bytes are copied in and out, comparing takes the same time wherever values of one length differ, {@code toString}
 * shows nothing of them. Does not guarantee: that copies vanish from memory.
 */
public final class SecretValue {
    private static final SecretValue EMPTY = new SecretValue(new byte[0]);

    private final byte[] bytes;

    private SecretValue(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A value of these bytes. */
    public static SecretValue of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new SecretValue(bytes.clone());
    }

    /** A value of the UTF-8 bytes of a text. */
    public static SecretValue ofText(String text) {
        return text.isEmpty() ? EMPTY : new SecretValue(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A value that takes the array over; nobody else may keep it. */
    static SecretValue owning(byte[] bytes) {
        return new SecretValue(bytes);
    }

    /** The value of no bytes. */
    public static SecretValue empty() {
        return EMPTY;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Number of bytes. */
    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretValue value && MessageDigest.isEqual(bytes, value.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "secret value";
    }
}
