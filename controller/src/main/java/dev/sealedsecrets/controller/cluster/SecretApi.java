package dev.sealedsecrets.controller.cluster;

import dev.sealedsecrets.resource.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.Optional;

/**
 * Secrets in the API, one call per method. Thread-safe.
 *
 * <p>Guarantees: an update or deletion that does not fit the state of the Secret any more fails as
 * {@link ApiFailure.Kind#CONFLICT}. Does not guarantee that a failed call left no trace: an answer may get lost.
 */
public final class SecretApi {
    private final KubernetesClient client;
    private final ApiCalls calls;

    public SecretApi(KubernetesClient client, CallRules rules) {
        this.client = client;
        this.calls = new ApiCalls(rules);
    }

    /** The Secret as it is now; empty if there is none. */
    public Optional<Secret> find(ObjectKey key) throws ApiFailure {
        return calls.call(() -> Optional.ofNullable(named(key).get()).map(SecretForm::read));
    }

    /** The Secrets of a namespace that carry a label. */
    public List<Secret> list(String namespace, String label, String value) throws ApiFailure {
        return calls.call(
                () -> client.secrets().inNamespace(namespace).withLabel(label, value).list().getItems().stream()
                        .map(SecretForm::read)
                        .toList());
    }

    /** Creates a Secret and gives back what the API server made of it. {@code CONFLICT}: there is one of that name. */
    public Secret create(Secret secret) throws ApiFailure {
        return calls.write(() -> SecretForm.read(client.secrets()
                .inNamespace(secret.metadata().namespace())
                .resource(SecretForm.write(secret))
                .create()));
    }

    /** Replaces the Secret that has this uid and resourceVersion, which must both be there. */
    public Secret update(Secret secret) throws ApiFailure {
        if (secret.metadata().resourceVersion().isEmpty()
                || secret.metadata().uid().isEmpty()) {
            throw new IllegalArgumentException("an update without resourceVersion or uid would overwrite blindly");
        }
        return calls.write(() -> SecretForm.read(client.secrets()
                .inNamespace(secret.metadata().namespace())
                .resource(SecretForm.write(secret))
                .update()));
    }

    /** Deletes a Secret as it was read. */
    public void delete(Secret secret) throws ApiFailure {
        calls.write(() -> client.secrets()
                .inNamespace(secret.metadata().namespace())
                .withName(secret.metadata().name())
                .lockResourceVersion(secret.metadata().resourceVersion())
                .delete());
    }

    private Resource<io.fabric8.kubernetes.api.model.Secret> named(ObjectKey key) {
        return client.secrets().inNamespace(key.namespace()).withName(key.name());
    }
}
