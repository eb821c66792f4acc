package dev.sealedsecrets.controller.cluster;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/** ConfigMaps in the API, one call per method. Thread-safe. */
public final class ConfigMapApi {
    private final KubernetesClient client;
    private final ApiCalls calls;

    public ConfigMapApi(KubernetesClient client, CallRules rules) {
        this.client = client;
        this.calls = new ApiCalls(rules);
    }

    /** The ConfigMap as it is now; empty if there is none. */
    public Optional<ConfigMap> find(ObjectKey key) throws ApiFailure {
        return calls.call(() -> Optional.ofNullable(client.configMaps()
                .inNamespace(key.namespace())
                .withName(key.name())
                .get()));
    }

    /** Creates a ConfigMap. {@code CONFLICT}: there is one of that name. */
    public void create(ConfigMap map) throws ApiFailure {
        calls.write(() -> client.configMaps().resource(map).create());
    }

    /** Replaces a ConfigMap as it was read. {@code CONFLICT}: it has changed since. */
    public void update(ConfigMap map) throws ApiFailure {
        calls.write(() -> client.configMaps().resource(map).update());
    }
}
