package dev.sealedsecrets.client;

import dev.sealedsecrets.resource.DecodeException;
import dev.sealedsecrets.resource.Decoding;
import dev.sealedsecrets.resource.Document;
import dev.sealedsecrets.resource.DocumentException;
import dev.sealedsecrets.resource.Documents;
import dev.sealedsecrets.resource.Limits;
import dev.sealedsecrets.resource.SealedSecret;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects of an input: JSON or YAML, one or more documents, each an object or a List of objects (compatibility contract,
 * section 3.1). There is at least one; one that is malformed or of another kind makes the whole input unusable.
 */
public final class InputObjects {

    private static final String NOTHING = "no secrets found. Ensure the input is valid and UTF-8 encoded";

    private final String source;
    private final List<Document> documents;

    private InputObjects(String source, List<Document> documents) {
        this.source = source;
        this.documents = documents;
    }

    /**
     * Reads an input.
     *
     * @param source the input as the user calls it, for messages
     */
    public static InputObjects read(byte[] input, String source) throws ClientException {
        List<Document> documents;
        try {
            documents = Documents.read(input, source, Limits.DEFAULT);
        } catch (DocumentException e) {
            String problem = String.valueOf(e.getMessage());
            throw e.isMalformedAlone() ? new ClientException(NOTHING, List.of(problem)) : new ClientException(problem);
        }
        if (documents.isEmpty()) {
            throw new ClientException(NOTHING);
        }
        Tree first = documents.get(0).tree();
        if (documents.size() == 1 && !(first instanceof Tree.Mapping)) {
            throw new ClientException(NOTHING, List.of(source + ": expected an object, found " + first.describe()));
        }
        return new InputObjects(source, documents);
    }

    /** The objects as Secrets as people write them: field names in any case, numbers and booleans taken for texts. */
    public List<Secret> secrets() throws ClientException {
        return decode(tree -> Secret.decode(tree, Decoding.MANIFEST));
    }

    /** The objects as SealedSecrets as people write them. */
    public List<SealedSecret> sealedSecrets() throws ClientException {
        return decode(tree -> SealedSecret.decode(tree, Decoding.MANIFEST));
    }

    /** The objects as SealedSecrets, read exactly: what does not have the right type is an error. */
    public List<SealedSecret> sealedSecretsExactly() throws ClientException {
        return decode(tree -> SealedSecret.decode(tree, Decoding.STRICT));
    }

    /** The one SealedSecret that the input must be, read exactly. */
    public SealedSecret onlySealedSecretExactly() throws ClientException {
        if (documents.size() > 1) {
            throw new ClientException(
                    source + ": expected a single SealedSecret, found " + documents.size() + " documents");
        }
        return decode(documents.get(0), tree -> SealedSecret.decode(tree, Decoding.STRICT));
    }

    private <T> List<T> decode(Decoder<T> decoder) throws ClientException {
        List<T> objects = new ArrayList<>();
        for (Document document : documents) {
            decodeInto(objects, document, decoder);
        }
        return objects;
    }

    private static <T> void decodeInto(List<T> objects, Document document, Decoder<T> decoder) throws ClientException {
        List<Document> items;
        try {
            if (!document.isList()) {
                objects.add(decode(document, decoder));
                return;
            }
            items = document.items();
        } catch (DecodeException e) {
            throw failed(document, e);
        }
        if (items.isEmpty()) {
            throw new ClientException(place(document) + "the list has no items");
        }
        for (Document item : items) {
            decodeInto(objects, item, decoder);
        }
    }

    private static <T> T decode(Document document, Decoder<T> decoder) throws ClientException {
        try {
            return decoder.decode(document.tree());
        } catch (DecodeException e) {
            throw failed(document, e);
        }
    }

    private static ClientException failed(Document document, DecodeException cause) {
        return new ClientException(place(document) + cause.getMessage());
    }

    private static String place(Document document) {
        return document.source() + ": document " + document.number() + ", line " + document.line() + ": ";
    }

    @FunctionalInterface
    private interface Decoder<T> {
        T decode(Tree tree) throws DecodeException;
    }
}
