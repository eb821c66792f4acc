package dev.sealedsecrets.resource;

import org.jspecify.annotations.Nullable;

/**
 * Numbers as YAML 1.1 writes them: integers of base 2 ({@code 0b1}), 8 ({@code 017}, {@code 0o17}), 10 and 16 within 64 bits, and
 * decimal floating point; {@code _} anywhere between digits. Sexagesimal numbers are text.
 */
final class Numbers {
    private Numbers() {}

    /** Whether a text that is not quoted is an integer or a finite floating point number. */
    static boolean isNumber(String written) {
        if (written.isEmpty() || !canStartNumber(written.charAt(0))) {
            return false;
        }
        String plain = withoutUnderscores(written);
        return plain != null && (isInteger(plain) || isFinite(plain));
    }

    /** The value of an integer; null if it is none, or not of 64 bits with sign. */
    static @Nullable Long toLong(String written) {
        String plain = withoutUnderscores(written);
        if (plain == null || !isInteger(plain)) {
            return null;
        }
        IntegerForm form = IntegerForm.of(plain);
        try {
            return Long.parseLong(form.signed(plain), form.radix());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The number as JSON writes it, unchanged if it is JSON; null if it is infinite or not a number. */
    static @Nullable String toJson(String written) {
        if (isJson(written)) {
            return written;
        }
        String plain = withoutUnderscores(written);
        if (plain == null) {
            return null;
        }
        if (isInteger(plain)) {
            Long value = toLong(plain);
            if (value != null) {
                return Long.toString(value);
            }
            IntegerForm form = IntegerForm.of(plain);
            return Long.toUnsignedString(Long.parseUnsignedLong(plain.substring(form.start()), form.radix()));
        }
        return isFinite(plain) ? jsonOf(Double.parseDouble(plain)) : null;
    }

    private static String jsonOf(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static boolean canStartNumber(char c) {
        return c == '.' || c == '+' || c == '-' || isDigit(c);
    }

    /** Underscores count for nothing. In a number that starts with its point they must stand between digits; null if not. */
    private static @Nullable String withoutUnderscores(String written) {
        if (written.indexOf('_') < 0) {
            return written;
        }
        for (int i = written.indexOf('_'); i >= 0 && written.startsWith("."); i = written.indexOf('_', i + 1)) {
            if (i + 1 == written.length() || !isDigit(written.charAt(i - 1)) || !isDigit(written.charAt(i + 1))) {
                return null;
            }
        }
        return written.replace("_", "");
    }

    private static boolean isInteger(String plain) {
        IntegerForm form = IntegerForm.of(plain);
        if (form.start() >= plain.length()) {
            return false;
        }
        for (int i = form.start(); i < plain.length(); i++) {
            if (plain.charAt(i) > 'f' || Character.digit(plain.charAt(i), form.radix()) < 0) {
                return false;
            }
        }
        try {
            if (form.hasSign()) {
                Long.parseLong(form.signed(plain), form.radix());
            } else {
                Long.parseUnsignedLong(plain.substring(form.start()), form.radix());
            }
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isFinite(String plain) {
        return isDecimal(plain) && !Double.isInfinite(Double.parseDouble(plain));
    }

    /** Sign, digits with at most one point and at least one digit, exponent: all optional but the digit. */
    private static boolean isDecimal(String plain) {
        int at = startsWithSign(plain) ? 1 : 0;
        int whole = digits(plain, at);
        at += whole;
        int fraction = 0;
        if (at < plain.length() && plain.charAt(at) == '.') {
            fraction = digits(plain, at + 1);
            at += 1 + fraction;
        }
        return whole + fraction > 0 && endsWithExponent(plain, at);
    }

    private static boolean endsWithExponent(String plain, int from) {
        if (from == plain.length()) {
            return true;
        }
        if (plain.charAt(from) != 'e' && plain.charAt(from) != 'E') {
            return false;
        }
        int at = from + 1;
        if (at < plain.length() && (plain.charAt(at) == '+' || plain.charAt(at) == '-')) {
            at++;
        }
        int exponent = digits(plain, at);
        return exponent > 0 && at + exponent == plain.length();
    }

    /** RFC 8259: no plus sign, no leading zeros, digits on both sides of the point. */
    private static boolean isJson(String written) {
        int at = written.startsWith("-") ? 1 : 0;
        int whole = digits(written, at);
        if (whole == 0 || (whole > 1 && written.charAt(at) == '0')) {
            return false;
        }
        at += whole;
        if (at < written.length() && written.charAt(at) == '.') {
            int fraction = digits(written, at + 1);
            if (fraction == 0) {
                return false;
            }
            at += 1 + fraction;
        }
        return endsWithExponent(written, at);
    }

    private static boolean startsWithSign(String plain) {
        return !plain.isEmpty() && (plain.charAt(0) == '+' || plain.charAt(0) == '-');
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end - from;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Where the digits of an integer start, and in which base they are. */
    private record IntegerForm(boolean hasSign, int start, int radix) {
        static IntegerForm of(String plain) {
            boolean sign = startsWithSign(plain);
            int at = sign ? 1 : 0;
            if (at + 1 >= plain.length() || plain.charAt(at) != '0') {
                return new IntegerForm(sign, at, 10);
            }
            return switch (plain.charAt(at + 1)) {
                case 'x', 'X' -> new IntegerForm(sign, at + 2, 16);
                case 'o', 'O' -> new IntegerForm(sign, at + 2, 8);
                case 'b', 'B' -> new IntegerForm(sign, at + 2, 2);
                default -> new IntegerForm(sign, at + 1, 8);
            };
        }

        String signed(String plain) {
            return plain.startsWith("-") ? "-" + plain.substring(start) : plain.substring(start);
        }
    }
}
