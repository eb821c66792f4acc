package dev.sealedsecrets.template.parse;

/** A template does not parse. The message is a byte string; at the parser's edge it is Go's whole text. */
public final class ParseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ParseFailure(String message) {
        super(message, null, false, false);
    }

    /** The message; never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
