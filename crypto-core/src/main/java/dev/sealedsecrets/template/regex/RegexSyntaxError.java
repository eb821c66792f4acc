package dev.sealedsecrets.template.regex;

/** A pattern is not valid; the message is that of Go's regexp package, as a byte string. */
public final class RegexSyntaxError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegexSyntaxError(String code, String expression) {
        super("error parsing regexp: " + code + ": `" + expression + "`", null, false, false);
    }

    /** The message; never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
