package dev.sealedsecrets.template.crypto;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.text.Utf8;
import java.util.Base64;
import java.util.Optional;

/** PEM blocks as Go's encoding/pem writes and finds them. */
final class PemText {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "\n-----END ";
    private static final String DASHES = "-----";

    /** A block. */
    static final class Block {
        private final String type;
        private final byte[] content;

        private Block(String type, byte[] content) {
            this.type = type;
            this.content = content;
        }

        String type() {
            return type;
        }

        byte[] content() {
            return content.clone();
        }
    }

    private PemText() {}

    static String encode(String type, byte[] content) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return BEGIN + type + DASHES + "\n" + base64 + "\n-----END " + type + DASHES + "\n";
    }

    /**
     * The first block of a byte string that is complete. Every line looked at takes from the budget, again for each beginning
     * of a block that has no end.
     */
    static Optional<Block> first(Budget budget, String text) {
        int begin = text.startsWith(BEGIN) ? 0 : nextBeginning(text, 0);
        while (begin >= 0) {
            Optional<Block> block = block(budget, text, begin + BEGIN.length());
            if (block.isPresent()) {
                return block;
            }
            begin = nextBeginning(text, begin);
        }
        return Optional.empty();
    }

    private static int nextBeginning(String text, int from) {
        int newline = text.indexOf("\n" + BEGIN, from);
        return newline < 0 ? -1 : newline + 1;
    }

    /** A block whose type begins at a position. */
    private static Optional<Block> block(Budget budget, String text, int start) {
        String line = line(budget, text, start);
        if (!line.endsWith(DASHES)) {
            return Optional.empty();
        }
        String type = line.substring(0, line.length() - DASHES.length());
        int body = afterLine(text, start);
        boolean headers = false;
        while (line(budget, text, body).contains(":")) {
            headers = true;
            body = afterLine(text, body);
        }
        boolean empty = !headers && text.startsWith(END.substring(1), body);
        int end = empty ? body : text.indexOf(END, body);
        budget.bytes((end < 0 ? text.length() : end) - body);
        if (end < 0) {
            return Optional.empty();
        }
        int trailer = end + (empty ? END.length() - 1 : END.length());
        if (!line(budget, text, trailer).equals(type + DASHES)) {
            return Optional.empty();
        }
        return content(text.substring(body, end)).map(content -> new Block(type, content));
    }

    private static Optional<byte[]> content(String body) {
        String base64 = body.replaceAll("[ \\t\\r\\n]", "");
        if (base64.length() % 4 != 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(Utf8.toBytes(base64)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The line at a position, without white space at its end. */
    private static String line(Budget budget, String text, int start) {
        int newline = text.indexOf('\n', start);
        int end = newline < 0 ? text.length() : newline;
        budget.bytes(end - start);
        while (end > start && " \t\r".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static int afterLine(String text, int start) {
        int newline = text.indexOf('\n', start);
        return newline < 0 ? text.length() : newline + 1;
    }
}
