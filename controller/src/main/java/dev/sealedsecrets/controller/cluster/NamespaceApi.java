package dev.sealedsecrets.controller.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;

/** Namespaces in the API. Thread-safe. */
public final class NamespaceApi {
    private final KubernetesClient client;
    private final ApiCalls calls;

    public NamespaceApi(KubernetesClient client, CallRules rules) {
        this.client = client;
        this.calls = new ApiCalls(rules);
    }

    /** Whether there is a namespace of this name. */
    public boolean exists(String name) throws ApiFailure {
        return calls.call(() -> client.namespaces().withName(name).get() != null);
    }
}
