package dev.sealedsecrets.template.dates;

import java.util.HexFormat;

/** The quotes of errors about times and durations: bytes that are not printable ASCII are written as numbers. */
final class ByteQuote {
    private static final HexFormat HEX = HexFormat.of();

    private ByteQuote() {}

    static String of(String s) {
        StringBuilder out = new StringBuilder(s.length() + 2).append('"');
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c >= 0x80 || c < ' ') {
                out.append("\\x").append(HEX.toHexDigits((byte) c));
            } else {
                out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return out.append('"').toString();
    }
}
