package dev.sealedsecrets.cli.cases;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;

/**
 * Bytes that a case gives to the program.
 *
 * @param text UTF-8 with placeholders, or base64
 */
record Content(String text, boolean isBase64) {

    static final Content EMPTY = new Content("", false);

    byte[] bytes(UnaryOperator<String> placeholders) {
        return isBase64
                ? Base64.getDecoder().decode(text)
                : placeholders.apply(text).getBytes(StandardCharsets.UTF_8);
    }
}
