package dev.sealedsecrets.crypto;

/**
 * A plaintext and the key that opened it.
 *
 * <p>Guarantees: {@link #toString()} shows the fingerprint only; the plaintext is authentic for the session key in the item.
 * Does not guarantee who sealed it: anyone with the certificate can.
 */
public final class Opened implements UnsealResult {
    private final byte[] plaintext;
    private final Fingerprint openedBy;

    /** Takes ownership of {@code plaintext}. */
    Opened(byte[] plaintext, Fingerprint openedBy) {
        this.plaintext = plaintext;
        this.openedBy = openedBy;
    }

    /** A fresh copy of the plaintext; may be empty. */
    public byte[] plaintext() {
        return plaintext.clone();
    }

    /** The fingerprint of the key that unwrapped the session key. */
    public Fingerprint openedBy() {
        return openedBy;
    }

    @Override
    public String toString() {
        return "Opened[by " + openedBy.text() + "]";
    }
}
