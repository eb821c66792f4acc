package dev.sealedsecrets.template.dates;

import java.util.Locale;

/** The quotes of errors about times and durations: bytes that are not printable ASCII are written as numbers. */
final class ByteQuote {
    private ByteQuote() {}

    static String of(String s) {
        StringBuilder out = new StringBuilder(s.length() + 2).append('"');
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c >= 0x80 || c < ' ') {
                out.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
            } else {
                out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return out.append('"').toString();
    }
}
