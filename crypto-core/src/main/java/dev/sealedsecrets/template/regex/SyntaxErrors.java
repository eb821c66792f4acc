package dev.sealedsecrets.template.regex;

import com.google.re2j.PatternSyntaxException;
import dev.sealedsecrets.template.text.Utf8;

/** Turns complaints of the engine into Go's. */
final class SyntaxErrors {
    private SyntaxErrors() {}

    static RegexSyntaxError translated(PatternSyntaxException e, String pattern) {
        String code = switch (e.getDescription()) {
            case "regexp/syntax: internal error", "unexpected )" -> "unexpected )";
            case "bad repetition operator", "invalid repeat count" -> "invalid repeat count";
            default -> e.getDescription();
        };
        String expression = e.getPattern();
        return new RegexSyntaxError(code, expression == null ? pattern : Utf8.fromJava(expression));
    }
}
