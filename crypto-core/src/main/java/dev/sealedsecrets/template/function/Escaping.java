package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.limit.BoundedText;
import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.text.Unicode;
import dev.sealedsecrets.template.text.Utf8;
import java.util.Locale;

/** The escaping builtins: html, js, urlquery. */
final class Escaping {
    private static final String HEX = "0123456789ABCDEF";

    private Escaping() {}

    static String html(Budget budget, String s) {
        BoundedText out = new BoundedText(budget);
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case 0 -> out.appendRune(Utf8.ERROR);
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(c);
            }
        }
        return out.finish();
    }

    static String js(Budget budget, String s) {
        BoundedText out = new BoundedText(budget);
        for (int i = 0; i < s.length(); ) {
            int decoded = Utf8.decode(s, i);
            int r = Utf8.rune(decoded);
            int width = Utf8.width(decoded);
            switch (r) {
                case '\\', '\'', '"' -> out.append('\\').append((char) r);
                case '<', '>', '&', '=' -> appendUnicodeEscape(out, r);
                default -> {
                    if (r < ' ' || (r >= 0x80 && !Unicode.isPrint(r))) {
                        appendUnicodeEscape(out, r);
                    } else {
                        out.append(s, i, i + width);
                    }
                }
            }
            i += width;
        }
        return out.finish();
    }

    private static void appendUnicodeEscape(BoundedText out, int r) {
        out.append("\\u");
        String digits = Integer.toHexString(r).toUpperCase(Locale.ROOT);
        for (int i = digits.length(); i < 4; i++) {
            out.append('0');
        }
        out.append(digits);
    }

    static String urlQuery(Budget budget, String s) {
        BoundedText out = new BoundedText(budget);
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_'
                    || c == '.'
                    || c == '~';
            if (plain) {
                out.append(c);
            } else if (c == ' ') {
                out.append('+');
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return out.finish();
    }
}
