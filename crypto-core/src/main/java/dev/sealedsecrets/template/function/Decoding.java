package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.value.GoError;

/** Go's strict base64 decoder: padding required, CR and LF passed over anywhere, errors with the offset of the culprit. */
public final class Decoding {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Decoding() {}

    /** The bytes of a base64 text; what is none is a {@link GoError}. */
    public static String base64(Budget budget, String s) {
        budget.text(3L * (s.length() / 4 + 1));
        StringBuilder out = new StringBuilder(s.length() / 4 * 3 + 3);
        int bits = 0;
        int digits = 0;
        int i = 0;
        while (i < s.length()) {
            char c = s.charAt(i);
            if (c == '\n' || c == '\r') {
                i++;
                continue;
            }
            int value = ALPHABET.indexOf(c);
            if (value < 0) {
                if (c != '=' || digits < 2) {
                    throw corrupt(i);
                }
                padding(s, i, digits);
                out.append((char) ((bits >> (digits == 2 ? 4 : 10)) & 0xFF));
                if (digits == 3) {
                    out.append((char) ((bits >> 2) & 0xFF));
                }
                return out.toString();
            }
            bits = (bits << 6) | value;
            digits++;
            i++;
            if (digits == 4) {
                out.append((char) (bits >> 16 & 0xFF))
                        .append((char) (bits >> 8 & 0xFF))
                        .append((char) (bits & 0xFF));
                bits = 0;
                digits = 0;
            }
        }
        if (digits != 0) {
            throw corrupt(i - digits);
        }
        return out.toString();
    }

    /** Checks the padding that begins at a position, and that nothing follows it. */
    private static void padding(String s, int start, int digits) {
        int i = skipLineBreaks(s, start + 1);
        if (digits == 2) {
            if (i == s.length()) {
                throw corrupt(s.length());
            }
            if (s.charAt(i) != '=') {
                throw corrupt(i - 1);
            }
            i = skipLineBreaks(s, i + 1);
        }
        if (i < s.length()) {
            throw corrupt(i);
        }
    }

    private static int skipLineBreaks(String s, int from) {
        int i = from;
        while (i < s.length() && (s.charAt(i) == '\n' || s.charAt(i) == '\r')) {
            i++;
        }
        return i;
    }

    private static GoError corrupt(int offset) {
        return new GoError("illegal base64 data at input byte " + offset);
    }
}
