package dev.sealedsecrets.demo;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;

/**
 * An API server inside this process: fabric8's mock server in the mode that keeps objects and answers watches.
 *
 * <p>It knows no users, roles, admission or garbage collection. What needs those is shown on a real one.
 */
final class EmbeddedApiServer implements AutoCloseable {
    private final KubernetesMockServer server;

    private EmbeddedApiServer(KubernetesMockServer server) {
        this.server = server;
    }

    /** Starts a server on a free port of the loopback interface that serves the resource of this definition. */
    static EmbeddedApiServer start(InputStream definition) {
        KubernetesMockServer server = new KubernetesMockServer(
                new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(List.of()), false);
        server.init();
        try (KubernetesClient client = server.createClient()) {
            CustomResourceDefinition crd =
                    client.getKubernetesSerialization().unmarshal(definition, CustomResourceDefinition.class);
            server.expectCustomResource(CustomResourceDefinitionContext.fromCrd(crd));
        }
        return new EmbeddedApiServer(server);
    }

    /** A new client with every right; the caller closes it. */
    KubernetesClient client() {
        return server.createClient();
    }

    @Override
    public void close() {
        server.destroy();
    }
}
