package dev.sealedsecrets.resource;

/**
 * Writes texts in their {@link YamlStyle}. Texts that are not literal are folded: where the line has passed column 80, a single
 * blank becomes a line break.
 */
final class YamlTextWriter {
    private static final int WIDTH = 80;

    private final YamlOutput out;

    YamlTextWriter(YamlOutput out) {
        this.out = out;
    }

    /** Writes a key of one line, never folded. */
    void writeKey(String key) {
        write(key, 0, false);
    }

    /** Writes a text whose further lines are indented so far. */
    void write(String text, int indent) {
        write(text, indent, true);
    }

    private void write(String text, int indent, boolean mayFold) {
        switch (YamlStyle.of(text)) {
            case PLAIN -> unescaped(text, indent, mayFold, false);
            case SINGLE_QUOTED -> {
                out.put('\'');
                unescaped(text, indent, mayFold, true);
                out.put('\'');
            }
            case DOUBLE_QUOTED -> doubleQuoted(text, indent, mayFold);
            case LITERAL -> literal(text, indent);
        }
    }

    /** Plain and single-quoted texts are folded at blanks that stand alone. */
    private void unescaped(String text, int indent, boolean mayFold, boolean quoted) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' && quoted) {
                out.put(text, from, i);
                out.put('\'');
                from = i;
            } else if (c == ' ' && mayFold && isLoneBlank(text, i) && out.column() + i - from > WIDTH) {
                out.put(text, from, i);
                out.startLine(indent);
                from = i + 1;
            }
        }
        out.put(text, from, text.length());
    }

    /** A blank inside the text without another one beside it. */
    private static boolean isLoneBlank(String text, int at) {
        return at > 0 && at < text.length() - 1 && text.charAt(at - 1) != ' ' && text.charAt(at + 1) != ' ';
    }

    /** A blank that begins a run of blanks may be folded too: a backslash then keeps the next one. */
    private void doubleQuoted(String text, int indent, boolean mayFold) {
        out.put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' && mayFold && startsBlanks(text, i) && out.column() > WIDTH) {
                out.startLine(indent);
                if (text.charAt(i + 1) == ' ') {
                    out.put('\\');
                }
            } else if (c != '"' && c != '\\' && YamlStyle.isPrintable(c)) {
                out.put(c);
            } else {
                int codePoint = text.codePointAt(i);
                out.put(YamlEscapes.of(codePoint));
                i += Character.charCount(codePoint) - 1;
            }
        }
        out.put('"');
    }

    private static boolean startsBlanks(String text, int at) {
        return at > 0 && at < text.length() - 1 && text.charAt(at - 1) != ' ';
    }

    /** The header tells the indentation if the text begins with white space, and what to do with line feeds at the end. */
    private void literal(String text, int indent) {
        out.put('|');
        if (text.charAt(0) == ' ' || text.charAt(0) == '\n') {
            out.put('2');
        }
        if (!text.endsWith("\n")) {
            out.put('-');
        } else if (text.length() == 1 || text.endsWith("\n\n")) {
            out.put('+');
        }
        out.lineFeed();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            if (to > from) {
                out.startLine(indent);
                out.put(text, from, to);
            }
            if (end >= 0) {
                out.lineFeed();
            }
            from = to + 1;
        }
    }
}
