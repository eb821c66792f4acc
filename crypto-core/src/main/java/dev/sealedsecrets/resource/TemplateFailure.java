package dev.sealedsecrets.resource;

/** A template that did not parse or failed. It has two texts, because the language's own text may repeat plain values. */
public final class TemplateFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String publicMessage;

    /**
     * @param message the whole text, starting with {@code template: NAME:LINE:}; for whoever holds the keys
     * @param publicMessage the same without anything that comes of a value; for status, events and logs
     */
    public TemplateFailure(String message, String publicMessage) {
        super(message);
        this.publicMessage = publicMessage;
    }

    /** The text that quotes no value. */
    public String publicMessage() {
        return publicMessage;
    }
}
