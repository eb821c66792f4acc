package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.value.GoError;

/** Go's standard base32: upper case alphabet, padding to eight characters, CR and LF passed over. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String encode(Budget budget, String s) {
        budget.text(8L * ((s.length() + 4L) / 5));
        StringBuilder out = new StringBuilder((s.length() + 4) / 5 * 8);
        for (int i = 0; i < s.length(); i += 5) {
            long group = 0;
            int count = Math.min(5, s.length() - i);
            for (int k = 0; k < 5; k++) {
                group = group << 8 | (k < count ? s.charAt(i + k) : 0);
            }
            int digits = (count * 8 + 4) / 5;
            for (int k = 0; k < 8; k++) {
                out.append(k < digits ? ALPHABET.charAt((int) (group >> (35 - 5 * k)) & 31) : '=');
            }
        }
        return out.toString();
    }

    /** Offsets in errors count without line breaks, unlike those of base64. */
    static String decode(Budget budget, String text) {
        budget.text(5L * (text.length() / 8 + 1));
        String s = text.replace("\r", "").replace("\n", "");
        StringBuilder out = new StringBuilder(s.length() / 8 * 5 + 5);
        boolean ended = false;
        for (int start = 0; start < s.length() && !ended; start += 8) {
            long group = 0;
            int digits = 0;
            while (digits < 8 && !ended) {
                int at = start + digits;
                if (at == s.length()) {
                    throw corrupt(start);
                }
                char c = s.charAt(at);
                if (c == '=' && digits >= 2 && s.length() - at <= 8) {
                    checkPadding(s, at, digits);
                    ended = true;
                } else {
                    int value = ALPHABET.indexOf(c);
                    if (value < 0) {
                        throw corrupt(at);
                    }
                    group = group << 5 | value;
                    digits++;
                }
            }
            group <<= 5 * (8 - digits);
            for (int k = 0; k < digits * 5 / 8; k++) {
                out.append((char) (group >> (32 - 8 * k) & 0xFF));
            }
        }
        return out.toString();
    }

    /** Checks the padding that begins at a position, behind so many digits of its group. */
    private static void checkPadding(String s, int at, int digits) {
        if (s.length() - at + digits < 8) {
            throw corrupt(s.length());
        }
        for (int k = 0; k < 7 - digits; k++) {
            if (s.charAt(at + 1 + k) != '=') {
                throw corrupt(at + k);
            }
        }
        if (digits == 3 || digits == 6) {
            throw corrupt(at);
        }
    }

    private static GoError corrupt(int offset) {
        return new GoError("illegal base32 data at input byte " + offset);
    }
}
