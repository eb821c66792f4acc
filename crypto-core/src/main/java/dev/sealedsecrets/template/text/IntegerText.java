package dev.sealedsecrets.template.text;

import java.util.Locale;
import java.util.OptionalLong;

/** Reading integers as Go's strconv.ParseInt and ParseUint do. */
public final class IntegerText {
    /** What kept a text from being an integer; the value is what Go returns along with the error. */
    public enum Problem {
        NONE,
        SYNTAX,
        RANGE
    }

    /**
     * Outcome of reading an integer.
     *
     * @param value the number; on {@link Problem#RANGE} the nearest one, on {@link Problem#SYNTAX} 0
     */
    public record Parsed(long value, Problem problem) {
        /** The number, if the text was one. */
        public OptionalLong asLong() {
            return problem == Problem.NONE ? OptionalLong.of(value) : OptionalLong.empty();
        }
    }

    private static final Parsed BAD = new Parsed(0, Problem.SYNTAX);

    private IntegerText() {}

    /** Reads a signed 64-bit integer; base 0 takes the base from the prefix and allows underscores. */
    public static Parsed parseSigned(String s, int base) {
        if (s.isEmpty()) {
            return BAD;
        }
        boolean negative = s.charAt(0) == '-';
        boolean signed = negative || s.charAt(0) == '+';
        Parsed magnitude = parseUnsigned(signed ? s.substring(1) : s, base);
        if (magnitude.problem() == Problem.SYNTAX) {
            return BAD;
        }
        long n = magnitude.value();
        boolean tooLarge = magnitude.problem() == Problem.RANGE || (negative ? n < 0 && n != Long.MIN_VALUE : n < 0);
        if (tooLarge) {
            return new Parsed(negative ? Long.MIN_VALUE : Long.MAX_VALUE, Problem.RANGE);
        }
        return new Parsed(negative ? -n : n, Problem.NONE);
    }

    /** Reads an unsigned 64-bit integer (as the bits of a long); no sign is allowed. */
    public static Parsed parseUnsigned(String s, int base) {
        if (s.isEmpty()) {
            return BAD;
        }
        String digits = s;
        int radix = base;
        if (base == 0) {
            radix = 10;
            if (s.charAt(0) == '0') {
                String prefix = s.length() >= 3 ? s.substring(0, 2).toLowerCase(Locale.ROOT) : "";
                radix = switch (prefix) {
                    case "0b" -> 2;
                    case "0o", "0x" -> prefix.equals("0o") ? 8 : 16;
                    default -> 8;
                };
                digits = s.substring(prefix.equals("0b") || prefix.equals("0o") || prefix.equals("0x") ? 2 : 1);
            }
            if (!underscoresAllowed(s)) {
                return BAD;
            }
        }
        return digitsOf(digits, radix, base == 0);
    }

    private static Parsed digitsOf(String digits, int radix, boolean underscores) {
        long n = 0;
        boolean overflow = false;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == '_' && underscores) {
                continue;
            }
            int d = c < 0x80 ? Character.digit(c, radix) : -1;
            if (d < 0) {
                return BAD;
            }
            if (Long.compareUnsigned(n, Long.divideUnsigned(-1L - d, radix)) > 0) {
                overflow = true;
            }
            n = n * radix + d;
        }
        return overflow ? new Parsed(-1L, Problem.RANGE) : new Parsed(n, Problem.NONE);
    }

    /** Whether underscores stand only between digits, or between the base prefix and a digit. */
    static boolean underscoresAllowed(String number) {
        if (number.indexOf('_') < 0) {
            return true;
        }
        String s = number;
        if (!s.isEmpty() && (s.charAt(0) == '-' || s.charAt(0) == '+')) {
            s = s.substring(1);
        }
        char last = '^';
        int start = 0;
        boolean hex = false;
        if (s.length() >= 2 && s.charAt(0) == '0' && "bBoOxX".indexOf(s.charAt(1)) >= 0) {
            start = 2;
            last = '0';
            hex = s.charAt(1) == 'x' || s.charAt(1) == 'X';
        }
        for (int i = start; i < s.length(); i++) {
            char c = s.charAt(i);
            boolean digit = (c >= '0' && c <= '9') || (hex && Character.digit(c, 16) >= 0);
            if (digit) {
                last = '0';
            } else if (c == '_') {
                if (last != '0') {
                    return false;
                }
                last = '_';
            } else {
                if (last == '_') {
                    return false;
                }
                last = '!';
            }
        }
        return last != '_';
    }
}
