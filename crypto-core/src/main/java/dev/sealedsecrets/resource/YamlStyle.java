package dev.sealedsecrets.resource;

/** How a text is written in YAML (compatibility contract, writing). */
enum YamlStyle {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL;

    /**
     * The style of a text.
     *
     * <p>Line separators (U+2028, U+2029) are escaped in double quotes: YAML 1.1 takes them for line breaks and YAML 1.2 for text,
     * so no other style is read alike by both.
     */
    static YamlStyle of(String text) {
        if (text.isEmpty()) {
            return DOUBLE_QUOTED;
        }
        Findings findings = Findings.in(text);
        if (findings.needsEscapes) {
            return DOUBLE_QUOTED;
        }
        if (findings.lineFeeds) {
            return text.endsWith(" ") ? DOUBLE_QUOTED : LITERAL;
        }
        if (!YamlScalars.staysText(text)) {
            return DOUBLE_QUOTED;
        }
        return findings.indicators || text.startsWith(" ") || text.endsWith(" ") ? SINGLE_QUOTED : PLAIN;
    }

    /** What one pass over a text finds. */
    private static final class Findings {
        /** A character that is not printable, a line separator, or a blank before a line feed. */
        private boolean needsEscapes;

        private boolean lineFeeds;

        /** What a parser would take for syntax. */
        private boolean indicators;

        static Findings in(String text) {
            Findings findings = new Findings();
            findings.indicators = startsWithIndicator(text);
            for (int i = 0; i < text.length(); i++) {
                findings.look(text, i);
            }
            return findings;
        }

        private void look(String text, int at) {
            char c = text.charAt(at);
            char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
            if (c == '\n') {
                lineFeeds = true;
            } else if (c == ' ') {
                needsEscapes |= next == '\n' && at + 1 < text.length();
                indicators |= next == '#';
            } else if (c == ':') {
                indicators |= next == ' ' || next == '\n';
            } else if (!isPrintable(c)) {
                needsEscapes = true;
            }
        }

        private static boolean startsWithIndicator(String text) {
            if (text.startsWith("---") || text.startsWith("...")) {
                return true;
            }
            return switch (text.charAt(0)) {
                case '#', ',', '[', ']', '{', '}', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' -> true;
                case '-', '?' -> text.length() == 1 || text.charAt(1) == ' ' || text.charAt(1) == '\n';
                default -> false;
            };
        }
    }

    /** Whether a character may stand in a document as it is; characters beyond U+FFFF are escaped. */
    static boolean isPrintable(char c) {
        return (c >= ' ' && c <= '~')
                || (c >= 0xA0 && c <= 0xD7FF && c != '\u2028' && c != '\u2029')
                || (c >= 0xE000 && c <= 0xFFFD && c != '\uFEFF');
    }
}
