package dev.sealedsecrets.template;

/**
 * A template does not parse or does not render.
 *
 * <p>{@link #getMessage} is Go's text, which may quote values of the data (decrypted secrets among them): show it only to
 * those who may read them. {@link #publicMessage} never holds a value of the data nor anything computed from one.
 */
public final class TemplateException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Where a template failed. */
    public enum Kind {
        /** The text is no template. */
        PARSE,
        /** The language refused something: a field of a text, the wrong type of an argument, a limit. */
        EXEC,
        /** A function failed. */
        FUNC
    }

    private final Kind kind;
    private final String publicMessage;
    private final boolean limit;

    TemplateException(Kind kind, String message, String publicMessage, boolean limit) {
        super(message);
        this.kind = kind;
        this.publicMessage = publicMessage;
        this.limit = limit;
    }

    /** Where the template failed. */
    public Kind kind() {
        return kind;
    }

    /** Whether a limit was met: the template is too expensive, not wrong. */
    public boolean isLimit() {
        return limit;
    }

    /**
     * The text for status, events and logs: Go's text for parse errors and for errors that name types only; for a failing
     * function it ends with the function's name. A limit is named in full.
     */
    public String publicMessage() {
        return publicMessage;
    }
}
