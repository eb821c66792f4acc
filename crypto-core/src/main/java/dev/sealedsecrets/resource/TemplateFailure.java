package dev.sealedsecrets.resource;

/**
 * A template that did not parse or failed. It has two texts, because the language's own text may repeat plain values.
 *
 * <p>Guarantees: {@link #getMessage} is the text that quotes no value, so that nothing leaks if the exception is logged.
 */
public final class TemplateFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String fullMessage;
    private final String publicMessage;

    /**
     * @param fullMessage the whole text, starting with {@code template: NAME:LINE:}; for whoever holds the keys
     * @param publicMessage the same without anything that comes of a value; for status, events and logs
     */
    public TemplateFailure(String fullMessage, String publicMessage) {
        super(publicMessage);
        this.fullMessage = fullMessage;
        this.publicMessage = publicMessage;
    }

    /** The whole text; may quote plain values. */
    public String fullMessage() {
        return fullMessage;
    }

    /** The text that quotes no value. */
    public String publicMessage() {
        return publicMessage;
    }
}
