package dev.sealedsecrets.crypto;

/** A text is not base64 as {@link Base64Text} reads it. The message says where: {@code illegal base64 data at input byte N}. */
public final class IllegalBase64Exception extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    IllegalBase64Exception(int offset) {
        super("illegal base64 data at input byte " + offset);
        this.offset = offset;
    }

    /** The offset in the text as given, from 0; skipped line ends count. */
    public int offset() {
        return offset;
    }
}
