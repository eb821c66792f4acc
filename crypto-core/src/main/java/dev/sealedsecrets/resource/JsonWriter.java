package dev.sealedsecrets.resource;

import java.util.Map;

/** Writes a tree as Go's encoder does: its layout, its escapes, keys in the order of the tree. For one text. */
final class JsonWriter {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out = new StringBuilder(1024);
    private final boolean indented;
    private int level;

    private JsonWriter(boolean indented) {
        this.indented = indented;
    }

    static String indented(Tree tree) {
        JsonWriter writer = new JsonWriter(true);
        writer.value(tree);
        return writer.out.append('\n').toString();
    }

    static String compact(Tree tree) {
        JsonWriter writer = new JsonWriter(false);
        writer.value(tree);
        return writer.out.toString();
    }

    private void value(Tree tree) {
        if (tree instanceof Tree.Text text) {
            string(text.value());
        } else if (tree instanceof Tree.Mapping mapping) {
            object(mapping);
        } else if (tree instanceof Tree.Sequence sequence) {
            array(sequence);
        } else if (tree instanceof Tree.Bool bool) {
            out.append(bool.value());
        } else if (tree instanceof Tree.Numeral number) {
            String json = Numbers.toJson(number.written());
            out.append(json == null ? "null" : json);
        } else {
            out.append("null");
        }
    }

    private void object(Tree.Mapping mapping) {
        if (mapping.entries().isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        level++;
        boolean first = true;
        for (Map.Entry<String, Tree> entry : mapping.entries().entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            line();
            string(entry.getKey());
            out.append(indented ? ": " : ":");
            value(entry.getValue());
        }
        level--;
        line();
        out.append('}');
    }

    private void array(Tree.Sequence sequence) {
        if (sequence.items().isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        level++;
        boolean first = true;
        for (Tree item : sequence.items()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            line();
            value(item);
        }
        level--;
        line();
        out.append(']');
    }

    private void line() {
        if (indented) {
            out.append('\n');
            for (int i = 0; i < level; i++) {
                out.append("  ");
            }
        }
    }

    private void string(String text) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isEscaped(c)) {
                out.append(text, from, i);
                escape(c);
                from = i + 1;
            }
        }
        out.append(text, from, text.length()).append('"');
    }

    private static boolean isEscaped(char c) {
        return c < ' ' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029';
    }

    private void escape(char c) {
        out.append('\\');
        switch (c) {
            case '"', '\\' -> out.append(c);
            case '\b' -> out.append('b');
            case '\f' -> out.append('f');
            case '\n' -> out.append('n');
            case '\r' -> out.append('r');
            case '\t' -> out.append('t');
            default ->
                out.append('u')
                        .append(HEX[c >> 12])
                        .append(HEX[c >> 8 & 15])
                        .append(HEX[c >> 4 & 15])
                        .append(HEX[c & 15]);
        }
    }
}
