package dev.sealedsecrets.controller.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealedsecrets.resource.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/** SealedSecrets in the API, one call per method. Thread-safe. */
public final class SealedSecretApi {
    private final KubernetesClient client;
    private final ApiCalls calls;

    public SealedSecretApi(KubernetesClient client, CallRules rules) {
        this.client = client;
        this.calls = new ApiCalls(rules);
    }

    /** The SealedSecret as it is now; empty if there is none. */
    public Optional<SealedSecretResource> find(ObjectKey key) throws ApiFailure {
        return calls.call(() -> Optional.ofNullable(client.resources(SealedSecretResource.class)
                .inNamespace(key.namespace())
                .withName(key.name())
                .get()));
    }

    /**
     * Replaces the status of a SealedSecret with this uid and resourceVersion. {@code CONFLICT}: it has changed since, or
     * is another one.
     *
     * @return the object with the new status
     */
    public SealedSecretResource updateStatus(ObjectMeta metadata, JsonNode status) throws ApiFailure {
        SealedSecretResource written = new SealedSecretResource();
        written.setMetadata(MetadataForm.write(ObjectMeta.EMPTY
                .edit()
                .name(metadata.name())
                .namespace(metadata.namespace())
                .uid(metadata.uid())
                .resourceVersion(metadata.resourceVersion())
                .done()));
        written.setStatus(status);
        return calls.write(() -> client.resource(written).updateStatus());
    }
}
