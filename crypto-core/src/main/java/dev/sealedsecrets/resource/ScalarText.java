package dev.sealedsecrets.resource;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The text that an unquoted scalar stands for where text belongs. Go programs turn a number into a value and the value into text
 * again; only a scalar that comes back as it was written may be taken for text (compatibility contract, stringData).
 */
final class ScalarText {
    /** More digits do not survive, and longer texts need not be looked at. */
    private static final int LONGEST_FRACTION = 16;

    private ScalarText() {}

    /** The text as written if it is kept; null if it would change, or if the value is no scalar. Null values are empty. */
    static @Nullable String kept(Tree value) {
        if (value instanceof Tree.Text text) {
            return text.value();
        }
        if (value instanceof Tree.Null) {
            return "";
        }
        if (value instanceof Tree.Bool bool) {
            return bool.written().equals(bool.value() ? "true" : "false") ? bool.written() : null;
        }
        if (value instanceof Tree.Numeral number) {
            String written = number.written();
            return isCanonicalInteger(written) || isCanonicalFraction(written) ? written : null;
        }
        return null;
    }

    /** The text as written; null if the value is no scalar. */
    static @Nullable String written(Tree value) {
        if (value instanceof Tree.Text text) {
            return text.value();
        }
        if (value instanceof Tree.Numeral number) {
            return number.written();
        }
        if (value instanceof Tree.Bool bool) {
            return bool.written();
        }
        return value instanceof Tree.Null nothing ? nothing.written() : null;
    }

    /** Decimal digits without surplus zeros or plus sign, within 64 bits. */
    private static boolean isCanonicalInteger(String written) {
        int start = written.startsWith("-") ? 1 : 0;
        int digits = countDigits(written, start);
        if (digits == 0 || start + digits != written.length()) {
            return false;
        }
        if (written.charAt(start) == '0') {
            return written.length() == 1;
        }
        try {
            if (start == 0) {
                Long.parseUnsignedLong(written);
            } else {
                Long.parseLong(written);
            }
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * A decimal fraction such as {@code -1.5} or {@code 0.25} that a float of 32 bits keeps: no surplus zeros, not so large or small that
     * it would come back with an exponent.
     */
    private static boolean isCanonicalFraction(String written) {
        int start = written.startsWith("-") ? 1 : 0;
        int whole = countDigits(written, start);
        int point = start + whole;
        if (whole == 0 || whole > 6 || point >= written.length() || written.charAt(point) != '.') {
            return false;
        }
        int fraction = countDigits(written, point + 1);
        boolean zeroWhole = whole == 1 && written.charAt(start) == '0';
        return fraction > 0
                && point + 1 + fraction == written.length()
                && written.length() <= LONGEST_FRACTION
                && (zeroWhole || written.charAt(start) != '0')
                && written.charAt(written.length() - 1) != '0'
                && !(zeroWhole && written.startsWith("0000", point + 1))
                && isKeptByFloat(written);
    }

    private static boolean isKeptByFloat(String written) {
        String shortest = Float.toString(Float.parseFloat(written));
        return new BigDecimal(shortest).compareTo(new BigDecimal(written)) == 0;
    }

    private static int countDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - from;
    }
}
