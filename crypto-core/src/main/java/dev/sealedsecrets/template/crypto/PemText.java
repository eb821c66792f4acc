package dev.sealedsecrets.template.crypto;

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

    /** The first block of a byte string that is complete. */
    static Optional<Block> first(String text) {
        String rest = text;
        while (true) {
            int begin = rest.startsWith(BEGIN) ? 0 : rest.indexOf("\n" + BEGIN) + 1;
            if (begin == 0 && !rest.startsWith(BEGIN)) {
                return Optional.empty();
            }
            rest = rest.substring(begin + BEGIN.length());
            Optional<Block> block = block(rest);
            if (block.isPresent()) {
                return block;
            }
        }
    }

    /** A block whose type begins the text. */
    private static Optional<Block> block(String text) {
        String line = line(text);
        if (!line.endsWith(DASHES)) {
            return Optional.empty();
        }
        String type = line.substring(0, line.length() - DASHES.length());
        String body = afterLine(text);
        boolean headers = false;
        while (line(body).contains(":")) {
            headers = true;
            body = afterLine(body);
        }
        boolean empty = !headers && body.startsWith(END.substring(1));
        int end = empty ? 0 : body.indexOf(END);
        if (end < 0) {
            return Optional.empty();
        }
        String trailer = body.substring(end + (empty ? END.length() - 1 : END.length()));
        if (!line(trailer).equals(type + DASHES)) {
            return Optional.empty();
        }
        String base64 = body.substring(0, end).replaceAll("[ \\t\\r\\n]", "");
        try {
            boolean padded = base64.length() % 4 == 0;
            return padded
                    ? Optional.of(new Block(type, Base64.getDecoder().decode(Utf8.toBytes(base64))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String line(String text) {
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).replaceAll("[ \\t\\r]+$", "");
    }

    private static String afterLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? "" : text.substring(end + 1);
    }
}
