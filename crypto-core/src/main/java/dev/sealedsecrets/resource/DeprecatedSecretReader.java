package dev.sealedsecrets.resource;

import java.util.List;

/**
 * Reads the plaintext of {@code spec.data}: one Secret in JSON or YAML. Texts of errors quote nothing of it but the name of a kind,
 * and only if it looks like one.
 */
final class DeprecatedSecretReader {
    private static final Place PLACE = Place.ROOT.field("spec").field("data");
    private static final int MAXIMUM_KIND = 63;

    private DeprecatedSecretReader() {}

    static Secret read(byte[] plaintext) throws DecodeException {
        Tree tree = document(plaintext);
        if (!(tree instanceof Tree.Mapping)) {
            throw new DecodeException(
                    Place.ROOT,
                    "couldn't get version/kind; json parse error: json: cannot unmarshal " + goName(tree)
                            + " into Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\";"
                            + " Kind string \"json:\\\"kind,omitempty\\\"\" }");
        }
        String kind = Fields.of(tree, Place.ROOT, Decoding.LENIENT).text("kind");
        if (!kind.isEmpty() && !kind.equals(Secret.KIND)) {
            throw new DecodeException(
                    Place.ROOT,
                    "converting (v1." + (looksLikeKind(kind) ? kind : "?") + ") to (v1.Secret): unknown conversion");
        }
        return Secret.decode(tree, Decoding.LENIENT);
    }

    private static Tree document(byte[] plaintext) throws DecodeException {
        try {
            List<Document> documents = Documents.read(plaintext, "spec.data", Limits.DEFAULT);
            if (documents.size() == 1) {
                return documents.get(0).tree();
            }
        } catch (DocumentException e) {
            throw new DecodeException(PLACE, "the plaintext is neither JSON nor YAML");
        }
        throw new DecodeException(PLACE, "the plaintext is not one object");
    }

    /** What the original calls the type in its message. */
    private static String goName(Tree tree) {
        if (tree instanceof Tree.Sequence) {
            return "array";
        }
        if (tree instanceof Tree.Numeral) {
            return "number";
        }
        return tree instanceof Tree.Bool ? "bool" : "string";
    }

    private static boolean looksLikeKind(String kind) {
        for (int i = 0; i < kind.length(); i++) {
            char c = kind.charAt(i);
            if (!(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return kind.length() <= MAXIMUM_KIND;
    }
}
