package dev.sealedsecrets.controller.observe;

/**
 * JSON strings as Go's {@code log/slog} writes them: control characters, quotes, backslashes and the line separators
 * U+2028 and U+2029 escaped, all else as it is. A lone surrogate becomes U+FFFD.
 */
final class JsonQuoting {
    private JsonQuoting() {}

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(codePoint -> append(quoted, codePoint));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int codePoint) {
        switch (codePoint) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            case 0x2028, 0x2029 -> quoted.append(String.format("\\u%04x", codePoint));
            default -> appendUnnamed(quoted, codePoint);
        }
    }

    private static void appendUnnamed(StringBuilder quoted, int codePoint) {
        if (codePoint < ' ') {
            quoted.append(String.format("\\u%04x", codePoint));
        } else if (Character.getType(codePoint) == Character.SURROGATE) {
            quoted.append("\\ufffd");
        } else {
            quoted.appendCodePoint(codePoint);
        }
    }
}
