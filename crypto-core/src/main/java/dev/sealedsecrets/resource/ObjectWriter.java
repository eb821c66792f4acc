package dev.sealedsecrets.resource;

/**
 * The text of objects, equal to the original's byte for byte (compatibility contract, writing). The same object has the same text
 * always.
 */
public final class ObjectWriter {
    private ObjectWriter() {}

    /** JSON, indented by two blanks, with a line feed at the end. */
    public static String toJson(SealedSecret sealed) {
        return JsonWriter.indented(ObjectTrees.of(sealed));
    }

    /** JSON, indented by two blanks, with a line feed at the end. Holds the plain values in base64. */
    public static String toJson(Secret secret) {
        return JsonWriter.indented(ObjectTrees.of(secret));
    }

    /** JSON of one line, without a line feed at the end. */
    public static String toCompactJson(SealedSecret sealed) {
        return JsonWriter.compact(ObjectTrees.of(sealed));
    }

    /** JSON of one line, keys in their order, without a line feed at the end. */
    public static String toCompactJson(Tree tree) {
        return JsonWriter.compact(tree);
    }

    /** A YAML document that starts with {@code ---} and ends with a line feed. */
    public static String toYaml(SealedSecret sealed) {
        return YamlWriter.document(ObjectTrees.of(sealed));
    }

    /** A YAML document that starts with {@code ---} and ends with a line feed. Holds the plain values in base64. */
    public static String toYaml(Secret secret) {
        return YamlWriter.document(ObjectTrees.of(secret));
    }

    /** A YAML document that starts with {@code ---} and ends with a line feed; keys in natural order. */
    public static String toYaml(Tree.Mapping tree) {
        return YamlWriter.document(tree);
    }
}
