package dev.sealedsecrets.template.regex;

import com.google.re2j.PatternSyntaxException;
import dev.sealedsecrets.template.text.Utf8;

/** Turns complaints of the engine into Go's. */
final class SyntaxErrors {
    private static final String OPEN_GROUP = "missing closing )";

    private SyntaxErrors() {}

    /** Whether a pattern only ends too early. */
    static boolean isOpenGroup(PatternSyntaxException e) {
        return e.getDescription().equals(OPEN_GROUP);
    }

    static RegexSyntaxError translated(PatternSyntaxException e, String pattern) {
        String code = switch (e.getDescription()) {
            case "regexp/syntax: internal error", "unexpected )" -> "unexpected )";
            case "bad repetition operator", "invalid repeat count" -> "invalid repeat count";
            default -> e.getDescription();
        };
        String expression = e.getPattern();
        boolean whole = expression == null || code.equals("unexpected )") || code.equals(OPEN_GROUP);
        return new RegexSyntaxError(code, whole ? pattern : Utf8.fromJava(expression));
    }
}
