package dev.sealedsecrets.resource;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short ways from text to documents. */
final class Yaml {
    private Yaml() {}

    static List<Document> documents(String text) {
        try {
            return read(text);
        } catch (DocumentException e) {
            throw new AssertionError("does not read: " + text, e);
        }
    }

    static List<Document> read(String text) throws DocumentException {
        return Documents.read(text.getBytes(StandardCharsets.UTF_8), "in.yaml", Limits.DEFAULT);
    }

    /** The only document of a text. */
    static Tree tree(String text) {
        List<Document> documents = documents(text);
        if (documents.size() != 1) {
            throw new AssertionError(documents.size() + " documents");
        }
        return documents.get(0).tree();
    }
}
