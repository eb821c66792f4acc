package dev.sealedsecrets.template.text;

import java.util.Optional;

/** Go's quoted forms of strings and characters, and the way back (strconv.Quote, QuoteToASCII, QuoteRune, Unquote). */
public final class Quoting {
    private static final String HEX = "0123456789abcdef";

    private Quoting() {}

    /** A byte string in double quotes; what does not print is escaped. */
    public static String quote(String s) {
        return quoteWith(s, '"', false);
    }

    /** A byte string in double quotes; everything outside of ASCII is escaped too. */
    public static String quoteAscii(String s) {
        return quoteWith(s, '"', true);
    }

    /** A code point in single quotes. */
    public static String quoteRune(int rune, boolean asciiOnly) {
        int r = rune < 0 || rune > Utf8.MAX || (rune >= 0xD800 && rune <= 0xDFFF) ? Utf8.ERROR : rune;
        StringBuilder out = new StringBuilder().append('\'');
        appendEscaped(out, r, '\'', asciiOnly);
        return out.append('\'').toString();
    }

    /** Whether the text can stand between back quotes: one line, UTF-8, no control characters but tab. */
    public static boolean canBackquote(String s) {
        for (int i = 0; i < s.length(); ) {
            int d = Utf8.decode(s, i);
            int r = Utf8.rune(d);
            i += Utf8.width(d);
            if (Utf8.isInvalid(d) || r == 0xFEFF) {
                return false;
            }
            if (Utf8.width(d) == 1 && ((r < ' ' && r != '\t') || r == '`' || r == 0x7F)) {
                return false;
            }
        }
        return true;
    }

    private static String quoteWith(String s, char quote, boolean asciiOnly) {
        StringBuilder out = new StringBuilder(s.length() + s.length() / 2 + 2).append(quote);
        for (int i = 0; i < s.length(); ) {
            int d = Utf8.decode(s, i);
            if (Utf8.isInvalid(d)) {
                appendHexByte(out, s.charAt(i));
            } else {
                appendEscaped(out, Utf8.rune(d), quote, asciiOnly);
            }
            i += Utf8.width(d);
        }
        return out.append(quote).toString();
    }

    private static void appendHexByte(StringBuilder out, int b) {
        out.append("\\x").append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
    }

    private static void appendEscaped(StringBuilder out, int r, char quote, boolean asciiOnly) {
        if (r == quote || r == '\\') {
            out.append('\\').append((char) r);
            return;
        }
        if (asciiOnly ? r < 0x80 && Unicode.isPrint(r) : Unicode.isPrint(r)) {
            Utf8.append(out, r);
            return;
        }
        switch (r) {
            case 0x07 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 0x0B -> out.append("\\v");
            default -> appendNumeric(out, r);
        }
    }

    private static void appendNumeric(StringBuilder out, int r) {
        if (r < ' ' || r == 0x7F) {
            appendHexByte(out, r);
        } else if (r < 0x10000) {
            out.append("\\u");
            appendHex(out, r, 4);
        } else {
            out.append("\\U");
            appendHex(out, r, 8);
        }
    }

    private static void appendHex(StringBuilder out, int r, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((r >> shift) & 0xF));
        }
    }

    /** Reads a Go string literal in double or back quotes; empty if it is not one. */
    public static Optional<String> unquote(String literal) {
        int n = literal.length();
        if (n < 2 || literal.charAt(0) != literal.charAt(n - 1)) {
            return Optional.empty();
        }
        String body = literal.substring(1, n - 1);
        return switch (literal.charAt(0)) {
            case '`' -> body.indexOf('`') >= 0 ? Optional.empty() : Optional.of(body.replace("\r", ""));
            case '"' -> unquoteBody(body);
            default -> Optional.empty();
        };
    }

    private static Optional<String> unquoteBody(String body) {
        if (body.indexOf('\\') < 0 && body.indexOf('"') < 0 && body.indexOf('\n') < 0 && Utf8.isAscii(body)) {
            return Optional.of(body);
        }
        StringBuilder out = new StringBuilder(body.length());
        for (int i = 0; i < body.length(); ) {
            char c = body.charAt(i);
            if (c == '"' || c == '\n') {
                return Optional.empty();
            }
            Optional<Char> next = unquoteChar(body, i, '"');
            if (next.isEmpty()) {
                return Optional.empty();
            }
            if (next.get().isByte()) {
                out.append((char) next.get().value());
            } else {
                Utf8.append(out, next.get().value());
            }
            i = next.get().end();
        }
        return Optional.of(out.toString());
    }

    /**
     * One character of a literal.
     *
     * @param value the code point, or the byte if {@code isByte}
     * @param end where the next character starts
     */
    public record Char(int value, boolean isByte, int end) {}

    /** Reads the character or escape sequence at {@code i} of a literal's body; empty if it is malformed. */
    public static Optional<Char> unquoteChar(String s, int i, char quote) {
        if (i >= s.length()) {
            return Optional.empty();
        }
        char c = s.charAt(i);
        if (c == quote && (quote == '\'' || quote == '"')) {
            return Optional.empty();
        }
        if (c >= 0x80) {
            int d = Utf8.decode(s, i);
            return Optional.of(new Char(Utf8.rune(d), false, i + Utf8.width(d)));
        }
        if (c != '\\') {
            return Optional.of(new Char(c, false, i + 1));
        }
        if (i + 1 >= s.length()) {
            return Optional.empty();
        }
        char e = s.charAt(i + 1);
        int next = i + 2;
        return switch (e) {
            case 'a' -> Optional.of(new Char(0x07, false, next));
            case 'b' -> Optional.of(new Char('\b', false, next));
            case 'f' -> Optional.of(new Char('\f', false, next));
            case 'n' -> Optional.of(new Char('\n', false, next));
            case 'r' -> Optional.of(new Char('\r', false, next));
            case 't' -> Optional.of(new Char('\t', false, next));
            case 'v' -> Optional.of(new Char(0x0B, false, next));
            case '\\' -> Optional.of(new Char('\\', false, next));
            case '\'', '"' -> e == quote ? Optional.of(new Char(e, false, next)) : Optional.empty();
            case 'x' -> digits(s, next, 2, 16).map(v -> new Char(v, true, next + 2));
            case 'u' -> digits(s, next, 4, 16).filter(Quoting::isScalar).map(v -> new Char(v, false, next + 4));
            case 'U' -> digits(s, next, 8, 16).filter(Quoting::isScalar).map(v -> new Char(v, false, next + 8));
            case '0', '1', '2', '3', '4', '5', '6', '7' ->
                digits(s, i + 1, 3, 8).filter(v -> v <= 255).map(v -> new Char(v, true, i + 4));
            default -> Optional.empty();
        };
    }

    private static boolean isScalar(int v) {
        return v >= 0 && v <= Utf8.MAX && !(v >= 0xD800 && v <= 0xDFFF);
    }

    private static Optional<Integer> digits(String s, int start, int count, int base) {
        if (start + count > s.length()) {
            return Optional.empty();
        }
        long v = 0;
        for (int i = start; i < start + count; i++) {
            int digit = s.charAt(i) < 0x80 ? Character.digit(s.charAt(i), base) : -1;
            if (digit < 0) {
                return Optional.empty();
            }
            v = v * base + digit;
        }
        return Optional.of((int) Math.min(v, Integer.MAX_VALUE));
    }
}
