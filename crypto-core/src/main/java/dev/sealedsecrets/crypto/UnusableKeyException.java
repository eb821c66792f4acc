package dev.sealedsecrets.crypto;

/** A public key that reads, but with which nothing is sealed. The message says why and may be shown. */
public final class UnusableKeyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnusableKeyException(String message) {
        super(message);
    }
}
