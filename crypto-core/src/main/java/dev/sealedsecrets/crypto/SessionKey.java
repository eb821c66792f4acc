package dev.sealedsecrets.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The AES key of one item. Lives in a try block; closing it overwrites the bytes with zeros.
 *
 * <p>Guarantees: a key made by {@link #fresh} seals at most once, an unwrapped key never seals. Does not guarantee that no copy
 * is left: the JDK's cipher keeps its own until it is collected.
 */
final class SessionKey implements AutoCloseable {
    /** Length of the keys we make, in bytes. Readers accept 16 and 24 besides. */
    private static final int FRESH_LENGTH = 32;

    private final byte[] bytes;
    private boolean maySeal;

    private SessionKey(byte[] bytes, boolean maySeal) {
        this.bytes = bytes;
        this.maySeal = maySeal;
    }

    /** A new random key, for sealing one item. */
    static SessionKey fresh(SecureRandom random) {
        byte[] bytes = new byte[FRESH_LENGTH];
        random.nextBytes(bytes);
        return new SessionKey(bytes, true);
    }

    /** A key that came out of an item, of whatever length. Takes ownership of the array. */
    static SessionKey unwrapped(byte[] bytes) {
        return new SessionKey(bytes, false);
    }

    /** Whether AES knows this key length: 16, 24 or 32 bytes. */
    boolean fitsAes() {
        return bytes.length == 16 || bytes.length == 24 || bytes.length == 32;
    }

    /** The key for opening; the length must {@link #fitsAes() fit}. */
    SecretKey forOpening() {
        return new SecretKeySpec(bytes, "AES");
    }

    /** The key for sealing. Works once, and on fresh keys only. */
    SecretKey forSealingOnce() {
        if (!maySeal) {
            throw new IllegalStateException("a session key seals one item only");
        }
        maySeal = false;
        return forOpening();
    }

    /** The key bytes to be wrapped; not a copy. */
    byte[] exposeBytes() {
        return bytes;
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}
