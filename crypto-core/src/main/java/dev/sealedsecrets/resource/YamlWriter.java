package dev.sealedsecrets.resource;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes one YAML document in block style: mappings indented by two, lists not below their key, keys in natural order. For one text. */
final class YamlWriter {
    private static final int INDENT = 2;
    /** Longer keys, in UTF-8 bytes, are written with a question mark. */
    private static final int LONGEST_SIMPLE_KEY = 128;

    private final YamlOutput out = new YamlOutput();
    private final YamlTextWriter texts = new YamlTextWriter(out);

    private YamlWriter() {}

    static String document(Tree.Mapping root) {
        YamlWriter writer = new YamlWriter();
        writer.out.put("---");
        if (root.entries().isEmpty()) {
            writer.out.startLine(0);
            writer.out.put("{}");
        } else {
            writer.mapping(root, 0, false);
        }
        writer.out.startLine(0);
        return writer.out.toString();
    }

    /** Writes the entries; {@code inline} if the first key stands where the line is. */
    private void mapping(Tree.Mapping mapping, int indent, boolean inline) {
        boolean first = inline;
        List<String> keys = NaturalOrder.sorted(mapping.entries().keySet());
        for (String key : keys) {
            if (!first) {
                out.startLine(indent);
            }
            first = false;
            boolean simple = isSimpleKey(key);
            if (simple) {
                texts.writeKey(key);
            } else {
                out.put("? ");
                texts.write(key, indent + INDENT);
                out.startLine(indent);
            }
            out.put(':');
            Tree value = mapping.entries().get(key);
            entryValue(value == null ? new Tree.Null("null") : value, indent, !simple);
        }
    }

    /** The value after a colon; {@code inline} if a collection starts in the same line. */
    private void entryValue(Tree value, int indent, boolean inline) {
        if (value instanceof Tree.Sequence sequence && !sequence.items().isEmpty() && !inline) {
            sequence(sequence, indent, false);
        } else if (value instanceof Tree.Mapping mapping && !mapping.entries().isEmpty() && !inline) {
            mapping(mapping, indent + INDENT, false);
        } else {
            out.put(' ');
            inlineValue(value, indent + INDENT);
        }
    }

    /** A value that starts where the line is. */
    private void inlineValue(Tree value, int indent) {
        if (value instanceof Tree.Text text) {
            texts.write(text.value(), indent);
        } else if (value instanceof Tree.Mapping mapping) {
            if (mapping.entries().isEmpty()) {
                out.put("{}");
            } else {
                mapping(mapping, indent, true);
            }
        } else if (value instanceof Tree.Sequence sequence) {
            if (sequence.items().isEmpty()) {
                out.put("[]");
            } else {
                sequence(sequence, indent, true);
            }
        } else {
            out.put(JsonWriter.compact(value));
        }
    }

    private void sequence(Tree.Sequence sequence, int indent, boolean inline) {
        boolean first = inline;
        for (Tree item : sequence.items()) {
            if (!first) {
                out.startLine(indent);
            }
            first = false;
            out.put("- ");
            inlineValue(item, indent + INDENT);
        }
    }

    /** A key without line breaks, those of YAML 1.1 included, that is not too long. */
    private static boolean isSimpleKey(String key) {
        for (int i = 0; i < key.length(); i++) {
            switch (key.charAt(i)) {
                case '\n', '\r', '\u0085', '\u2028', '\u2029' -> {
                    return false;
                }
                default -> {}
            }
        }
        return key.length() * 3 <= LONGEST_SIMPLE_KEY
                || key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SIMPLE_KEY;
    }
}
