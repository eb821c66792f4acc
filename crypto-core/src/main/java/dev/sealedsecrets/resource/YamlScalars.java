package dev.sealedsecrets.resource;

/**
 * The types of scalars that are not quoted, as Go's YAML 1.1 reader has them (compatibility contract, input documents): booleans in
 * eleven spellings and three cases, null, numbers. Dates and sexagesimal numbers are text. No expressions are compiled: this is on
 * the way of every start of the command line.
 */
final class YamlScalars {
    private YamlScalars() {}

    /** The value of a text that is not quoted. */
    static Tree resolve(String written) {
        return switch (written) {
            case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" ->
                new Tree.Bool(true, written);
            case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" ->
                new Tree.Bool(false, written);
            case "", "~", "null", "Null", "NULL" -> new Tree.Null(written);
            default ->
                isSpecialFloat(written) || Numbers.isNumber(written)
                        ? new Tree.Numeral(written)
                        : new Tree.Text(written);
        };
    }

    /** Whether a text stays text when it is written without quotes, whichever YAML 1.1 reader reads it. */
    static boolean staysText(String text) {
        return resolve(text) instanceof Tree.Text
                && !text.equals("<<")
                && !YamlTimestamp.isTimestamp(text)
                && !isSexagesimal(text);
    }

    private static boolean isSpecialFloat(String written) {
        return switch (written) {
            case ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" ->
                true;
            default -> false;
        };
    }

    /** Digits, then groups of one or two digits below 60 after colons, then perhaps a fraction: {@code 12:30:45.5}. */
    private static boolean isSexagesimal(String text) {
        int at = !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
        if (at >= text.length() || !isDigit(text.charAt(at)) || text.indexOf(':') < 0) {
            return false;
        }
        while (at < text.length() && isDigitOrUnderscore(text.charAt(at))) {
            at++;
        }
        while (at < text.length() && text.charAt(at) == ':') {
            int digits = groupLength(text, at + 1);
            if (digits == 0) {
                return false;
            }
            at += 1 + digits;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            while (at < text.length() && isDigitOrUnderscore(text.charAt(at))) {
                at++;
            }
        }
        return at == text.length() && text.lastIndexOf(':') > 0;
    }

    private static int groupLength(String text, int from) {
        if (from >= text.length() || !isDigit(text.charAt(from))) {
            return 0;
        }
        boolean second = from + 1 < text.length() && isDigit(text.charAt(from + 1));
        if (second) {
            return text.charAt(from) <= '5' ? 2 : 0;
        }
        return 1;
    }

    private static boolean isDigitOrUnderscore(char c) {
        return isDigit(c) || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
