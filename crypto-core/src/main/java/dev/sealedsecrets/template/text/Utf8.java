package dev.sealedsecrets.template.text;

import java.nio.charset.StandardCharsets;

/**
 * Byte strings and their code points.
 *
 * <p>A Go string is a sequence of bytes that usually, but not always, holds UTF-8. The template engine keeps one as a
 * Java {@link String} whose chars are the bytes (0 to 255 each, the ISO-8859-1 view): the JVM stores it in one byte per
 * char, lengths, offsets and comparisons count bytes as Go's do, and nothing is lost that is not UTF-8. Such a string
 * is called a byte string; texts meant for people leave that form only at the edge, through {@link #toJava}.
 *
 * <p>Decoding follows Go: a byte that starts no valid sequence is one {@link #ERROR} of width one.
 */
public final class Utf8 {
    /** U+FFFD, what invalid input decodes to and what an invalid code point is written as. */
    public static final int ERROR = 0xFFFD;

    /** The highest code point. */
    public static final int MAX = 0x10FFFF;

    private static final int WIDTH_BITS = 3;
    private static final int WIDTH_MASK = (1 << WIDTH_BITS) - 1;
    private static final int INVALID = (ERROR << WIDTH_BITS) | 1;

    private Utf8() {}

    /** The byte string of a text. */
    public static String fromJava(String text) {
        return isAscii(text) ? text : fromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The byte string of these bytes. */
    public static String fromBytes(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The text of a byte string; what is not UTF-8 becomes U+FFFD. */
    public static String toJava(String bytes) {
        return isAscii(bytes) ? bytes : new String(toBytes(bytes), StandardCharsets.UTF_8);
    }

    /** The bytes of a byte string. */
    public static byte[] toBytes(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether every char is below 128, so that byte string and text are the same. */
    public static boolean isAscii(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Whether the byte string is valid UTF-8 throughout. */
    public static boolean isValid(String s) {
        for (int i = 0; i < s.length(); ) {
            int d = decode(s, i);
            if (d == INVALID) {
                return false;
            }
            i += width(d);
        }
        return true;
    }

    /** Decodes the code point at {@code i}; take the result apart with {@link #rune} and {@link #width}. */
    public static int decode(String s, int i) {
        int b0 = s.charAt(i);
        if (b0 < 0x80) {
            return (b0 << WIDTH_BITS) | 1;
        }
        int need = b0 >= 0xC2 && b0 <= 0xDF ? 1 : b0 >= 0xE0 && b0 <= 0xEF ? 2 : b0 >= 0xF0 && b0 <= 0xF4 ? 3 : 0;
        if (need == 0 || i + need >= s.length()) {
            return INVALID;
        }
        int lowest = b0 == 0xE0 ? 0xA0 : b0 == 0xF0 ? 0x90 : 0x80;
        int highest = b0 == 0xED ? 0x9F : b0 == 0xF4 ? 0x8F : 0xBF;
        int b1 = s.charAt(i + 1);
        if (b1 < lowest || b1 > highest) {
            return INVALID;
        }
        int rune = ((b0 & (0x3F >> need)) << 6) | (b1 & 0x3F);
        for (int k = 2; k <= need; k++) {
            int b = s.charAt(i + k);
            if (b < 0x80 || b > 0xBF) {
                return INVALID;
            }
            rune = (rune << 6) | (b & 0x3F);
        }
        return (rune << WIDTH_BITS) | (need + 1);
    }

    /** Decodes the code point that ends before {@code end}, which must be above 0. */
    public static int decodeLast(String s, int end) {
        if (s.charAt(end - 1) < 0x80) {
            return decode(s, end - 1);
        }
        for (int start = Math.max(0, end - 4); start < end; start++) {
            int d = decode(s.substring(start, end), 0);
            if (start + width(d) == end && (d != INVALID || start == end - 1)) {
                return d;
            }
        }
        return INVALID;
    }

    /** The code point of a decoding result. */
    public static int rune(int decoded) {
        return decoded >>> WIDTH_BITS;
    }

    /** The number of bytes of a decoding result. */
    public static int width(int decoded) {
        return decoded & WIDTH_MASK;
    }

    /** Whether a decoding result stands for a byte that is not part of UTF-8 (and not for a written U+FFFD). */
    public static boolean isInvalid(int decoded) {
        return decoded == INVALID;
    }

    /** The number of code points; an invalid byte counts as one. */
    public static int count(String s) {
        int n = 0;
        for (int i = 0; i < s.length(); i += s.charAt(i) < 0x80 ? 1 : width(decode(s, i))) {
            n++;
        }
        return n;
    }

    /** The code points; an invalid byte is {@link #ERROR}. */
    public static int[] runes(String s) {
        int[] out = new int[count(s)];
        int n = 0;
        for (int i = 0; i < s.length(); ) {
            int d = decode(s, i);
            out[n++] = rune(d);
            i += width(d);
        }
        return out;
    }

    /** Appends the bytes of a code point; surrogates and numbers outside of Unicode are written as U+FFFD. */
    public static void append(StringBuilder out, int rune) {
        int r = rune < 0 || rune > MAX || (rune >= 0xD800 && rune <= 0xDFFF) ? ERROR : rune;
        if (r < 0x80) {
            out.append((char) r);
        } else if (r < 0x800) {
            out.append((char) (0xC0 | (r >> 6))).append((char) (0x80 | (r & 0x3F)));
        } else if (r < 0x10000) {
            out.append((char) (0xE0 | (r >> 12)))
                    .append((char) (0x80 | ((r >> 6) & 0x3F)))
                    .append((char) (0x80 | (r & 0x3F)));
        } else {
            out.append((char) (0xF0 | (r >> 18)))
                    .append((char) (0x80 | ((r >> 12) & 0x3F)))
                    .append((char) (0x80 | ((r >> 6) & 0x3F)))
                    .append((char) (0x80 | (r & 0x3F)));
        }
    }

    /** The byte string of one code point. */
    public static String of(int rune) {
        StringBuilder out = new StringBuilder(4);
        append(out, rune);
        return out.toString();
    }
}
