package dev.sealedsecrets.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 as sealed items and Secrets use it: the standard alphabet of RFC 4648 section 4 with required padding.
 *
 * <p>Line feeds and carriage returns are skipped wherever they stand. Everything else outside the alphabet is refused, as is
 * missing or surplus padding and text after it. Unused low bits of the last character are ignored. The JDK's decoders do not
 * fit: the basic one refuses line ends and accepts missing padding, the MIME one drops every foreign character.
 */
public final class Base64Text {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte[] DIGITS = digits();

    private Base64Text() {}

    /** The text of these bytes in one line, with padding. */
    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The bytes of a text; none for an empty one.
     *
     * @throws IllegalBase64Exception at the first character that cannot stand where it does. Where the text ends too early the
     *     offset is the one the Go reader gives: that of the unfinished group, moved on by the line ends inside it.
     */
    public static byte[] decode(String text) throws IllegalBase64Exception {
        int end = text.length();
        byte[] bytes = new byte[end / 4 * 3];
        int written = 0;
        int position = 0;
        int group = 0;
        int digits = 0;
        while (position < end) {
            char character = text.charAt(position++);
            int digit = character < DIGITS.length ? DIGITS[character] : -1;
            if (digit >= 0) {
                group = (group << 6) | digit;
                if (++digits == 4) {
                    bytes[written++] = (byte) (group >> 16);
                    bytes[written++] = (byte) (group >> 8);
                    bytes[written++] = (byte) group;
                    digits = 0;
                }
            } else if (!isLineEnd(character)) {
                if (character != '=' || digits < 2) {
                    throw new IllegalBase64Exception(position - 1);
                }
                checkPadding(text, position, digits);
                bytes[written++] = (byte) (digits == 2 ? group >> 4 : group >> 10);
                if (digits == 3) {
                    bytes[written++] = (byte) (group >> 2);
                }
                return exactly(bytes, written);
            }
        }
        if (digits > 0) {
            throw new IllegalBase64Exception(end - digits);
        }
        return exactly(bytes, written);
    }

    /** Checks what follows the first {@code =}: a second one after two digits, then nothing but line ends. */
    private static void checkPadding(String text, int afterFirst, int digits) throws IllegalBase64Exception {
        int position = skipLineEnds(text, afterFirst);
        if (digits == 2) {
            if (position == text.length()) {
                throw new IllegalBase64Exception(position);
            }
            if (text.charAt(position) != '=') {
                throw new IllegalBase64Exception(position - 1);
            }
            position = skipLineEnds(text, position + 1);
        }
        if (position < text.length()) {
            throw new IllegalBase64Exception(position);
        }
    }

    private static int skipLineEnds(String text, int from) {
        int position = from;
        while (position < text.length() && isLineEnd(text.charAt(position))) {
            position++;
        }
        return position;
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    /** The first bytes as an array of their own; the buffer may hold a plaintext and is wiped. */
    private static byte[] exactly(byte[] buffer, int length) {
        if (length == buffer.length) {
            return buffer;
        }
        byte[] exact = Arrays.copyOf(buffer, length);
        Arrays.fill(buffer, (byte) 0);
        return exact;
    }

    private static byte[] digits() {
        byte[] digits = new byte[128];
        Arrays.fill(digits, (byte) -1);
        byte[] alphabet = ALPHABET.getBytes(StandardCharsets.US_ASCII);
        for (byte value = 0; value < alphabet.length; value++) {
            digits[alphabet[value]] = value;
        }
        return digits;
    }
}
