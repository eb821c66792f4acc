package dev.sealedsecrets.controller.http;

import dev.sealedsecrets.resource.DecodeException;
import dev.sealedsecrets.resource.Decoding;
import dev.sealedsecrets.resource.Document;
import dev.sealedsecrets.resource.DocumentException;
import dev.sealedsecrets.resource.Documents;
import dev.sealedsecrets.resource.Limits;
import dev.sealedsecrets.resource.SealedSecret;
import dev.sealedsecrets.resource.Tree;
import java.util.List;

/**
 * Reads the body of verify and rotate: exactly one object that says it is a SealedSecret of bitnami.com/v1alpha1, in JSON
 * or YAML whatever the Content-Type is. Status, managedFields and unknown fields are ignored.
 */
final class PostedSealedSecret {
    private static final Limits LIMITS = new Limits(BodyReader.MOST_BYTES, 100, 200_000, 1 << 20);

    private PostedSealedSecret() {}

    static SealedSecret read(byte[] body) throws RefusedRequestException {
        try {
            List<Document> documents = Documents.read(body, "body", LIMITS);
            if (documents.size() != 1) {
                throw RefusedRequestException.notSealedSecret(documents.size() + " documents");
            }
            Tree tree = documents.get(0).tree();
            if (!isSealedSecret(tree)) {
                throw RefusedRequestException.notSealedSecret("another kind");
            }
            return SealedSecret.decode(tree, Decoding.LENIENT);
        } catch (DocumentException | DecodeException e) {
            throw RefusedRequestException.notSealedSecret(String.valueOf(e.getMessage()));
        }
    }

    /** The decoder lets both fields be absent, which files may be; a request must say what it holds. */
    private static boolean isSealedSecret(Tree tree) {
        return tree instanceof Tree.Mapping object
                && Tree.text(SealedSecret.API_VERSION).equals(object.entries().get("apiVersion"))
                && Tree.text(SealedSecret.KIND).equals(object.entries().get("kind"));
    }
}
