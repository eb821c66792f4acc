package dev.sealedsecrets.client;

import dev.sealedsecrets.crypto.KeyFormatException;
import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.crypto.SealingKey;
import dev.sealedsecrets.resource.Document;
import dev.sealedsecrets.resource.DocumentException;
import dev.sealedsecrets.resource.Documents;
import dev.sealedsecrets.resource.Limits;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretValue;
import dev.sealedsecrets.resource.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Private keys from backup files: PEM, or key Secrets in JSON or YAML (several documents, Lists) with the key under
 * {@code tls.key}. A file that gives no key is an error, so that a key is never missed silently.
 */
public final class RecoveryKeys {

    private static final String KEY_ENTRY = "tls.key";

    private final List<SealingKey> keys = new ArrayList<>();

    /**
     * Adds the keys of one file.
     *
     * @param name the file as the user calls it, for messages
     */
    public void add(byte[] content, String name) throws ClientException {
        String text = new String(content, StandardCharsets.UTF_8);
        try {
            keys.add(SealingKey.parsePem(text));
        } catch (KeyFormatException e) {
            if (e.kind() == KeyFormatException.Kind.NOTHING_USABLE && holdsObjects(content, name)) {
                addSecrets(InputObjects.read(content, name).secrets(), name);
            } else {
                throw unusable(name, text, e);
            }
        }
    }

    /** All keys so far. */
    public KeyRing ring() {
        return KeyRing.of(keys);
    }

    private void addSecrets(List<Secret> secrets, String name) throws ClientException {
        for (Secret secret : secrets) {
            @Nullable SecretValue value = secret.data().get(KEY_ENTRY);
            if (value == null) {
                throw new ClientException(
                        "secret must contain a 'tls.data' key",
                        List.of(name + ": the Secret " + secret.metadata() + " has no entry " + KEY_ENTRY));
            }
            String pem = new String(value.bytes(), StandardCharsets.UTF_8);
            try {
                keys.add(SealingKey.parsePem(pem));
            } catch (KeyFormatException e) {
                throw unusable(name + ": Secret " + secret.metadata(), pem, e);
            }
        }
    }

    private static boolean holdsObjects(byte[] content, String name) {
        try {
            List<Document> documents = Documents.read(content, name, Limits.DEFAULT);
            return !documents.isEmpty() && documents.get(0).tree() instanceof Tree.Mapping;
        } catch (DocumentException e) {
            return false;
        }
    }

    private static ClientException unusable(String where, String pem, KeyFormatException cause) {
        boolean encrypted = pem.contains("BEGIN ENCRYPTED PRIVATE KEY") || pem.contains("Proc-Type: 4,ENCRYPTED");
        return new ClientException(
                where + ": " + (encrypted ? "the private key is encrypted" : cause.commandLineMessage()),
                encrypted ? List.of("openssl pkey -in FILE writes it without password") : List.of());
    }
}
