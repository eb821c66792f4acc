package dev.sealedsecrets.resource;

import java.util.ArrayList;
import java.util.List;

/**
 * One document of an input.
 *
 * @param source name of the input
 * @param number number in the input, from 1; empty documents do not count
 * @param line line of the input where it starts, from 1
 * @param tree the contents; of any kind
 */
public record Document(String source, int number, int line, Tree tree) {
    /**
     * Whether it is a list of objects: a mapping of kind List, SecretList or SealedSecretList.
     *
     * @throws DecodeException if it is no mapping, or its kind is no text
     */
    public boolean isList() throws DecodeException {
        String kind = kind();
        return kind.equals("List") || kind.equals("SecretList") || kind.equals("SealedSecretList");
    }

    /**
     * The kind it states; empty if it states none.
     *
     * @throws DecodeException if it is no mapping, or its kind is no text
     */
    public String kind() throws DecodeException {
        return Fields.of(tree, Place.ROOT, Decoding.MANIFEST).text("kind");
    }

    /**
     * The items of a list, each as a document at the place of this one.
     *
     * @throws DecodeException if {@code items} is no list
     */
    public List<Document> items() throws DecodeException {
        List<Document> documents = new ArrayList<>();
        for (Tree item : Fields.of(tree, Place.ROOT, Decoding.MANIFEST).items("items")) {
            documents.add(new Document(source, number, line, item));
        }
        return documents;
    }
}
