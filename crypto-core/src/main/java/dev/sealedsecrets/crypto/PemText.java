package dev.sealedsecrets.crypto;

import java.util.Optional;

/**
 * Finds and writes the blocks of a PEM text as Go's reader and writer do, which are the ones that decide what a key file is.
 *
 * <p>Lines end with LF or CRLF and may have blanks and tabs at their end. Text around blocks is passed over, and so is a block
 * whose END names another type, does not stand at the start of its line, or whose body is not base64. BEGIN has to stand at
 * the start of the text or of a line.
 */
final class PemText {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "\n-----END ";
    private static final String DASHES = "-----";
    private static final int LINE_LENGTH = 64;

    private final String text;
    private int position;

    PemText(String text) {
        this.text = text;
    }

    /** One block as text, in lines of 64 characters. */
    static String write(String type, byte[] contents) {
        String body = Base64Text.encode(contents);
        StringBuilder text = new StringBuilder(body.length() + body.length() / LINE_LENGTH + 80);
        text.append(BEGIN).append(type).append(DASHES).append('\n');
        for (int start = 0; start < body.length(); start += LINE_LENGTH) {
            text.append(body, start, Math.min(start + LINE_LENGTH, body.length()))
                    .append('\n');
        }
        return text.append(END, 1, END.length())
                .append(type)
                .append(DASHES)
                .append('\n')
                .toString();
    }

    /** The next readable block; empty if there is none. */
    Optional<PemBlock> next() {
        for (int end = text.indexOf(END, position); end >= 0; end = text.indexOf(END, position)) {
            int from = position;
            position = end + END.length();
            int begin = text.substring(from, end).lastIndexOf(BEGIN);
            if (begin == 0 || (begin > 0 && text.charAt(from + begin - 1) == '\n')) {
                Optional<PemBlock> block = read(from + begin + BEGIN.length(), end);
                if (block.isPresent()) {
                    position = nextLine(position);
                    return block;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<PemBlock> read(int typeStart, int end) {
        String firstLine = line(typeStart);
        if (!firstLine.endsWith(DASHES)) {
            return Optional.empty();
        }
        String type = firstLine.substring(0, firstLine.length() - DASHES.length());
        int headers = nextLine(typeStart);
        int body = headers;
        while (line(body).indexOf(':') >= 0) {
            body = nextLine(body);
        }
        boolean hasHeaders = body > headers;
        if ((hasHeaders && body > end) || !endsWith(type, end)) {
            return Optional.empty();
        }
        try {
            String base64 = body < end ? withoutBlanks(text.substring(body, end)) : "";
            return Optional.of(new PemBlock(type, hasHeaders, Base64Text.decode(base64)));
        } catch (IllegalBase64Exception e) {
            return Optional.empty();
        }
    }

    /** Whether the END line names this type and has nothing but blanks behind. */
    private boolean endsWith(String type, int end) {
        String closing = type + DASHES;
        int typeStart = end + END.length();
        return text.startsWith(closing, typeStart)
                && line(typeStart + closing.length()).isEmpty();
    }

    /** What is left of a line, without its end and the blanks before. */
    private String line(int start) {
        int newline = text.indexOf('\n', start);
        int end = newline < 0 ? text.length() : newline;
        if (newline > start && text.charAt(newline - 1) == '\r') {
            end--;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private int nextLine(int start) {
        int newline = text.indexOf('\n', start);
        return newline < 0 ? text.length() : newline + 1;
    }

    private static String withoutBlanks(String body) {
        if (body.indexOf(' ') < 0 && body.indexOf('\t') < 0) {
            return body;
        }
        return body.replace(" ", "").replace("\t", "");
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }
}
