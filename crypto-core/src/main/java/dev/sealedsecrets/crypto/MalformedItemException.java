package dev.sealedsecrets.crypto;

/**
 * Bytes are no sealed item: shorter than the length field, or shorter than the block it announces. No key was asked.
 *
 * <p>The message is that of every failure to open an item, {@link UnsealFailure#MESSAGE}.
 */
public final class MalformedItemException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedItemException() {
        super(UnsealFailure.MESSAGE);
    }
}
