package dev.sealedsecrets.template.parse;

import dev.sealedsecrets.template.text.Quoting;
import dev.sealedsecrets.template.text.Utf8;

/**
 * A token.
 *
 * @param position byte offset in the template
 * @param text the bytes of the token; for an error its message
 * @param line line it starts on, from 1
 */
record Token(TokenType type, int position, String text, int line) {
    private static final int SHOWN = 10;

    /** How error texts show the token. */
    String shown() {
        if (type == TokenType.EOF) {
            return "EOF";
        }
        if (type == TokenType.ERROR) {
            return text;
        }
        if (type.isKeyword()) {
            return "<" + text + ">";
        }
        if (text.length() > SHOWN) {
            int end = 0;
            for (int n = 0; n < SHOWN && end < text.length(); n++) {
                end += Utf8.width(Utf8.decode(text, end));
            }
            return Quoting.quote(text.substring(0, end)) + "...";
        }
        return Quoting.quote(text);
    }
}
