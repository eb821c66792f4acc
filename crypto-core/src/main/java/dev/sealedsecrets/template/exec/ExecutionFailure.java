package dev.sealedsecrets.template.exec;

/** A rendering failed. Texts are byte strings. */
public final class ExecutionFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String publicText;
    private final boolean inFunction;

    ExecutionFailure(String text, String publicText, boolean inFunction) {
        super(text, null, false, false);
        this.publicText = publicText;
        this.inFunction = inFunction;
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
}
