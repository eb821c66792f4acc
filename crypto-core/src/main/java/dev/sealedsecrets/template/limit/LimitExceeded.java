package dev.sealedsecrets.template.limit;

/** A rendering met one of its limits. The message names the limit and its configured size, never data. */
public final class LimitExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LimitExceeded(String message) {
        super(message, null, false, false);
    }

    /** The message; never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
