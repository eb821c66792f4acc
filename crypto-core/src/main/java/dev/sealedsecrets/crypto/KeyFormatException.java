package dev.sealedsecrets.crypto;

/**
 * A text gives no private key that can unseal. The message is the controller's; the command line has its own for a key of
 * another kind. Neither quotes the text.
 */
public final class KeyFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the text. */
    public enum Kind {
        /** No block holds a private key that parses. */
        NOTHING_USABLE,
        /** The first private key is of another kind than RSA. */
        NOT_RSA
    }

    private final Kind kind;
    private final String commandLineMessage;

    private KeyFormatException(Kind kind, String message, String commandLineMessage) {
        super(message);
        this.kind = kind;
        this.commandLineMessage = commandLineMessage;
    }

    static KeyFormatException nothingUsable() {
        String message = "data does not contain a valid RSA or ECDSA private key";
        return new KeyFormatException(Kind.NOTHING_USABLE, message, message);
    }

    static KeyFormatException notRsa(ForeignPrivateKey key) {
        return new KeyFormatException(
                Kind.NOT_RSA, "private key is not an RSA key", "unexpected private key type " + key.goType());
    }

    /** Which of the two it is. */
    public Kind kind() {
        return kind;
    }

    /** The text the command line shows, for example {@code unexpected private key type *ecdsa.PrivateKey}. */
    public String commandLineMessage() {
        return commandLineMessage;
    }
}
