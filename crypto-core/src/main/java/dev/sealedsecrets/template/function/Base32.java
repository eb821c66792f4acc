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
        int start = 0;
        while (start < s.length()) {
            long group = 0;
            int digits = 0;
            while (digits < 8) {
                int at = start + digits;
                if (at == s.length()) {
                    throw corrupt(s.length());
                }
                char c = s.charAt(at);
                if (c == '=' && digits >= 2) {
                    break;
                }
                int value = ALPHABET.indexOf(c);
                if (value < 0) {
                    throw corrupt(at);
                }
                group = group << 5 | value;
                digits++;
            }
            boolean last = digits < 8;
            if (last) {
                checkPadding(s, start, digits);
                group <<= 5 * (8 - digits);
            }
            int count = digits * 5 / 8;
            for (int k = 0; k < count; k++) {
                out.append((char) (group >> (32 - 8 * k) & 0xFF));
            }
            if (last) {
                break;
            }
            start += 8;
        }
        return out.toString();
    }

    private static void checkPadding(String s, int start, int digits) {
        int left = s.length() - start - digits;
        if (left + digits < 8) {
            throw corrupt(s.length());
        }
        for (int k = digits; k < 8; k++) {
            if (s.charAt(start + k) != '=') {
                throw corrupt(start + k);
            }
        }
        if (digits == 3 || digits == 6 || digits == 1) {
            throw corrupt(start + digits + 1 > s.length() ? s.length() : start + digits);
        }
        if (s.length() > start + 8) {
            throw corrupt(start + 8);
        }
    }

    private static GoError corrupt(int offset) {
        return new GoError("illegal base32 data at input byte " + offset);
    }
}
