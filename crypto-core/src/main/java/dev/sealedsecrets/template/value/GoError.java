package dev.sealedsecrets.template.value;

/**
 * An error or panic of a Go function, with Go's text as a byte string. The text may quote data of the template; it never
 * leaves the engine except through the caller's full error message.
 */
public final class GoError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error with this text. */
    public GoError(String message) {
        super(message, null, false, false);
    }

    /** The text; never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
