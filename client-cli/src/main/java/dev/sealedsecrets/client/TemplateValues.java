package dev.sealedsecrets.client;

import dev.sealedsecrets.resource.DecodeException;
import dev.sealedsecrets.resource.Decoding;
import dev.sealedsecrets.resource.Document;
import dev.sealedsecrets.resource.DocumentException;
import dev.sealedsecrets.resource.Documents;
import dev.sealedsecrets.resource.Limits;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.Tree;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values to render templates with, read from JSON or YAML: a Secret manifest (its {@code data} and {@code stringData}), or a
 * plain mapping of names to texts.
 */
public final class TemplateValues {
    private TemplateValues() {}

    /**
     * Reads the values.
     *
     * @param source the file as the user calls it, for messages
     * @throws ClientException if the file is neither of the two, or holds more than one document
     */
    public static Map<String, byte[]> read(byte[] content, String source) throws ClientException {
        List<Document> documents;
        try {
            documents = Documents.read(content, source, Limits.DEFAULT);
        } catch (DocumentException e) {
            throw new ClientException(String.valueOf(e.getMessage()));
        }
        if (documents.size() != 1) {
            throw new ClientException(source + ": expected one document with values, found " + documents.size());
        }
        if (!(documents.get(0).tree() instanceof Tree.Mapping mapping)) {
            throw new ClientException(source + ": expected a Secret or a mapping of names to texts, found "
                    + documents.get(0).tree().describe());
        }
        return mapping.entries().containsKey("kind") ? ofSecret(mapping, source) : ofMapping(mapping, source);
    }

    private static Map<String, byte[]> ofSecret(Tree.Mapping mapping, String source) throws ClientException {
        Map<String, byte[]> values = new LinkedHashMap<>();
        try {
            Secret.decode(mapping, Decoding.MANIFEST).data().forEach((name, value) -> values.put(name, value.bytes()));
        } catch (DecodeException e) {
            throw new ClientException(source + ": " + e.getMessage());
        }
        return values;
    }

    private static Map<String, byte[]> ofMapping(Tree.Mapping mapping, String source) throws ClientException {
        Map<String, byte[]> values = new LinkedHashMap<>();
        for (Map.Entry<String, Tree> entry : mapping.entries().entrySet()) {
            if (!(entry.getValue() instanceof Tree.Text text)) {
                throw new ClientException(
                        source + ": " + entry.getKey() + ": expected a text, found "
                                + entry.getValue().describe(),
                        List.of("values are texts: put numbers and booleans in quotes"));
            }
            values.put(entry.getKey(), text.value().getBytes(StandardCharsets.UTF_8));
        }
        return values;
    }
}
