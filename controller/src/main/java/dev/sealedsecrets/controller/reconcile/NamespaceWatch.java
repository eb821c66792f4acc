package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ClusterClients;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.controller.cluster.ResourceWatch;
import dev.sealedsecrets.controller.cluster.SealedSecretResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is watched in one namespace, or in all: SealedSecrets, and the metadata of Secrets. */
final class NamespaceWatch implements AutoCloseable {
    private final ResourceWatch<SealedSecretResource> sealedSecrets;
    private final @Nullable ResourceWatch<GenericKubernetesResource> secrets;
    private boolean closed;

    /**
     * Prepares the watches.
     *
     * @param namespace null: all
     * @param labelSelector of SealedSecrets
     * @param withSecrets false: Secrets are not watched
     */
    NamespaceWatch(
            ClusterClients clients,
            @Nullable String namespace,
            String labelSelector,
            boolean withSecrets,
            WorkQueue queue) {
        this.sealedSecrets =
                ResourceWatch.ofSealedSecrets(clients, namespace, labelSelector, new SealedSecretListener(queue));
        this.secrets = withSecrets
                ? ResourceWatch.ofSecretMetadata(
                        clients,
                        namespace,
                        new SecretListener(queue, key -> sealedSecrets.find(key).isPresent()))
                : null;
    }

    /** Starts. Secrets come first: without them each one looks absent. */
    void start() {
        if (secrets == null) {
            sealedSecrets.start();
        } else {
            secrets.start().thenRun(this::startSealedSecrets);
        }
    }

    /** The list of Secrets may be complete only after the end: then nothing is watched any more. */
    private synchronized void startSealedSecrets() {
        if (!closed) {
            sealedSecrets.start();
        }
    }

    Optional<SealedSecretResource> sealedSecret(ObjectKey key) {
        return sealedSecrets.find(key);
    }

    List<ObjectKey> keys() {
        return sealedSecrets.keys();
    }

    SecretSighting secret(ObjectKey key) {
        if (secrets == null) {
            return new SecretSighting.Unwatched();
        }
        return secrets.find(key)
                .map(secret -> secret.getMetadata())
                .<SecretSighting>map(metadata ->
                        new SecretSighting.Present(new SecretVersion(metadata.getUid(), metadata.getResourceVersion())))
                .orElseGet(SecretSighting.Absent::new);
    }

    /** Whether everything is complete and follows the API server. */
    boolean isHealthy() {
        return sealedSecrets.isHealthy() && (secrets == null || secrets.isHealthy());
    }

    @Override
    public synchronized void close() {
        closed = true;
        sealedSecrets.close();
        if (secrets != null) {
            secrets.close();
        }
    }
}
