package dev.sealedsecrets.template.exec;

/** A rendering failed. Texts are byte strings. */
public final class ExecutionFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String publicText;
    private final boolean inFunction;
    private final boolean limit;

    ExecutionFailure(String text, String publicText, boolean inFunction, boolean limit) {
        super(text, null, false, false);
        this.publicText = publicText;
        this.inFunction = inFunction;
        this.limit = limit;
    }

    /** Go's text; may quote data. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /** The text without anything that comes from data. */
    public String publicText() {
        return publicText;
    }

    /** Whether a called function failed, rather than the language. */
    public boolean isInFunction() {
        return inFunction;
    }

    /** Whether the rendering met one of its limits. */
    public boolean isLimit() {
        return limit;
    }
}
