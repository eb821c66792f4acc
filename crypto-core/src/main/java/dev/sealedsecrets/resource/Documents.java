package dev.sealedsecrets.resource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Reads inputs of one or more documents: JSON objects one after the other if the first character that is no blank is <code>{</code>,
 * else YAML 1.1 documents separated by {@code ---} (compatibility contract, input documents). Text that starts like JSON but is not
 * is read as YAML. A byte order mark, CRLF, comments, empty documents and {@code ...} are fine.
 */
public final class Documents {
    private static final char REPLACEMENT = '\uFFFD';

    private Documents() {}

    /**
     * All documents that are not empty, in order. Duplicate keys: the last one counts.
     *
     * @param input UTF-8
     * @param source name of the input for messages: a file name, {@code stdin}
     * @throws DocumentException if any document is malformed, or a limit is passed
     */
    public static List<Document> read(byte[] input, String source, Limits limits) throws DocumentException {
        if (input.length > limits.inputBytes()) {
            throw new DocumentException(source, 1, 1, "longer than " + limits.inputBytes() + " bytes", false);
        }
        return read(text(input, source), source, limits);
    }

    private static List<Document> read(String text, String source, Limits limits) throws DocumentException {
        if (!startsLikeJson(text)) {
            return new YamlReader(text, source, limits).read();
        }
        try {
            return new JsonReader(text, source, limits).read();
        } catch (MalformedJsonException malformed) {
            try {
                return new YamlReader(text, source, limits).read();
            } catch (DocumentException noYamlEither) {
                throw malformed.asDocumentException();
            }
        }
    }

    /** Decodes strictly: a broken sequence reads as a replacement character that then does not encode to the same bytes. */
    private static String text(byte[] input, String source) throws DocumentException {
        String text = new String(input, StandardCharsets.UTF_8);
        int replaced = text.indexOf(REPLACEMENT);
        if (replaced >= 0 && !Arrays.equals(input, text.getBytes(StandardCharsets.UTF_8))) {
            throw new DocumentException(source, 1, Lines.at(text, replaced), "not UTF-8", true);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean startsLikeJson(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                return c == '{';
            }
        }
        return false;
    }
}
