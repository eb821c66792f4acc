package dev.sealedsecrets.crypto;

import java.util.Arrays;

/**
 * One sealed item, cut into its two parts. It is one value of {@code spec.encryptedData}, without base64.
 *
 * <pre>
 * offset 0      2 bytes   n, unsigned, big endian
 * offset 2      n bytes   RSA block: the session key, wrapped with RSA-OAEP
 * offset 2 + n  rest      AES-GCM output: encrypted bytes, then the 16 byte tag
 * </pre>
 *
 * <p>There is no magic number, version or key hint. Only the cut is checked here; a payload shorter than a tag, or a block of
 * a width no key has, is found out by {@link KeyRing#unseal}. Immutable.
 */
public final class SealedPayload {
    private static final int LENGTH_FIELD = 2;

    private final byte[] block;
    private final byte[] payload;

    /** Takes ownership of both arrays; {@code block} has at most 65535 bytes. */
    SealedPayload(byte[] block, byte[] payload) {
        this.block = block;
        this.payload = payload;
    }

    /**
     * Cuts an item.
     *
     * @throws MalformedItemException if there are fewer than 2 bytes, or fewer than the length field announces
     */
    public static SealedPayload parse(byte[] item) throws MalformedItemException {
        if (item.length < LENGTH_FIELD) {
            throw new MalformedItemException();
        }
        int length = ((item[0] & 0xff) << 8) | (item[1] & 0xff);
        int cut = LENGTH_FIELD + length;
        if (cut > item.length) {
            throw new MalformedItemException();
        }
        return new SealedPayload(
                Arrays.copyOfRange(item, LENGTH_FIELD, cut), Arrays.copyOfRange(item, cut, item.length));
    }

    /** Cuts an item given as {@link Base64Text}. The empty text is base64, but no item. */
    public static SealedPayload parseBase64(String text) throws IllegalBase64Exception, MalformedItemException {
        return parse(Base64Text.decode(text));
    }

    /** The item as it is stored. */
    public byte[] toBytes() {
        byte[] item = new byte[LENGTH_FIELD + block.length + payload.length];
        item[0] = (byte) (block.length >> 8);
        item[1] = (byte) block.length;
        System.arraycopy(block, 0, item, LENGTH_FIELD, block.length);
        System.arraycopy(payload, 0, item, LENGTH_FIELD + block.length, payload.length);
        return item;
    }

    /** The item as one line of {@link Base64Text}. */
    public String toBase64() {
        return Base64Text.encode(toBytes());
    }

    /** The RSA block; not a copy. */
    byte[] block() {
        return block;
    }

    /** The AES-GCM output; not a copy. */
    byte[] payload() {
        return payload;
    }
}
