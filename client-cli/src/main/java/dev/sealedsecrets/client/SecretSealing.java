package dev.sealedsecrets.client;

import dev.sealedsecrets.crypto.Scope;
import dev.sealedsecrets.crypto.Sealer;
import dev.sealedsecrets.crypto.SealingCertificate;
import dev.sealedsecrets.crypto.UnusableKeyException;
import dev.sealedsecrets.resource.MissingNamespaceException;
import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.SealedSecret;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretSealer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** Makes SealedSecrets of Secrets: names, namespaces and scopes as asked for, every value sealed on its own. */
public final class SecretSealing {

    private final SecretSealer sealer;
    private final SealingOptions options;
    private final NamespaceRule namespaces;

    /**
     * Seals for the owner of this certificate's key; its dates have been looked at.
     *
     * @param random source of session keys
     */
    public SecretSealing(
            SecureRandom random, SealingCertificate certificate, SealingOptions options, NamespaceRule namespaces) {
        this.sealer = new SecretSealer(new Sealer(random), certificate.publicKey());
        this.options = options;
        this.namespaces = namespaces;
    }

    /**
     * Seals all of them, in order, or none.
     *
     * @throws ClientException when one has no data, no name or no namespace, or is in another namespace than asked for
     */
    public List<SealedSecret> seal(List<Secret> secrets) throws ClientException {
        List<Secret> complete = new ArrayList<>(secrets.size());
        for (Secret secret : secrets) {
            complete.add(completed(secret));
        }
        return ManyObjects.each(complete, secret -> sealComplete(sealer, secret));
    }

    /** Seals a Secret that has all it needs. */
    static SealedSecret sealComplete(SecretSealer sealer, Secret secret) throws ClientException {
        try {
            return sealer.seal(secret);
        } catch (MissingNamespaceException | UnusableKeyException e) {
            throw new ClientException(String.valueOf(e.getMessage()));
        }
    }

    /** Refuses a Secret without data unless that is wanted: it is usually a mistake in the input. */
    static void requireData(Secret secret, SealingOptions options) throws ClientException {
        if (secret.data().isEmpty() && !options.allowEmptyData()) {
            throw new ClientException(
                    "secret.data is empty in input Secret, assuming this is an error and aborting. To work with empty data, "
                            + "--allow-empty-data can be used");
        }
    }

    private Secret completed(Secret secret) throws ClientException {
        requireData(secret, options);
        ObjectMeta metadata = secret.metadata();
        if (!options.name().isEmpty()) {
            metadata = metadata.withName(options.name());
        }
        if (metadata.name().isEmpty()) {
            throw new ClientException("missing metadata.name in input Secret");
        }
        if (options.scope() != null) {
            metadata = metadata.withScope(options.scope());
        }
        if (metadata.scope() != Scope.CLUSTER_WIDE) {
            metadata = metadata.withNamespace(namespaces.forObject(metadata.namespace()));
        }
        return secret.withMetadata(metadata);
    }
}
