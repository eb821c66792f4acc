package dev.sealedsecrets.controller.observe;

/**
 * Double-quoted text as Go writes it, and the rule that says which values of a log line need it.
 *
 * <p>Source: Go's {@code log/slog} text handler and {@code strconv.Quote}. A lone surrogate, which Go cannot have, reads
 * as U+FFFD.
 */
final class GoQuoting {
    private static final int DELETE = 0x7f;
    private static final int LAST_TWO_BYTES = 0xffff;
    private static final int REPLACEMENT = 0xfffd;

    private GoQuoting() {}

    /** The text as it stands, or quoted when it is empty or holds a blank, a quote, {@code =} or a character that does not print. */
    static String quoteWhereNeeded(String text) {
        boolean plain = !text.isEmpty() && text.codePoints().allMatch(GoQuoting::isPlain);
        return plain ? text : quote(text);
    }

    /** The text in double quotes. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(codePoint -> append(quoted, codePoint));
        return quoted.append('"').toString();
    }

    private static boolean isPlain(int codePoint) {
        if (codePoint <= DELETE) {
            return codePoint > ' ' && codePoint != '"' && codePoint != '=';
        }
        return codePoint != REPLACEMENT && isPrintable(codePoint);
    }

    private static void append(StringBuilder quoted, int codePoint) {
        switch (codePoint) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case 0x07 -> quoted.append("\\a");
            case '\b' -> quoted.append("\\b");
            case '\f' -> quoted.append("\\f");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            case 0x0b -> quoted.append("\\v");
            default -> appendUnnamed(quoted, codePoint);
        }
    }

    private static void appendUnnamed(StringBuilder quoted, int codePoint) {
        if (Character.getType(codePoint) == Character.SURROGATE) {
            quoted.appendCodePoint(REPLACEMENT);
        } else if (codePoint == ' ' || isPrintable(codePoint)) {
            quoted.appendCodePoint(codePoint);
        } else if (codePoint < ' ' || codePoint == DELETE) {
            quoted.append(String.format("\\x%02x", codePoint));
        } else if (codePoint <= LAST_TWO_BYTES) {
            quoted.append(String.format("\\u%04x", codePoint));
        } else {
            quoted.append(String.format("\\U%08x", codePoint));
        }
    }

    /** Letters, marks, numbers, punctuation and symbols: Go's {@code unicode.IsPrint} without the blank. */
    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
