package dev.sealedsecrets.resource;

/** Text with a cursor that knows its column, counted in characters of Unicode. */
final class YamlOutput {
    private final StringBuilder out = new StringBuilder(1024);
    private int column;

    int column() {
        return column;
    }

    void put(char c) {
        out.append(c);
        column++;
    }

    /** Puts a text of one line without surrogates. */
    void put(String text) {
        out.append(text);
        column += text.length();
    }

    /** Puts a part of a text, of one line and without surrogates. */
    void put(String text, int from, int to) {
        out.append(text, from, to);
        column += to - from;
    }

    void lineFeed() {
        out.append('\n');
        column = 0;
    }

    /** Ends the line, unless it is empty, and indents the next one. */
    void startLine(int indent) {
        if (column > 0) {
            lineFeed();
        }
        while (column < indent) {
            put(' ');
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
