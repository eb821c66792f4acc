package dev.sealedsecrets.demo;

import dev.sealedsecrets.controller.CommandLineException;
import dev.sealedsecrets.controller.ControllerEnvironment;
import dev.sealedsecrets.controller.ControllerOptions;
import dev.sealedsecrets.controller.ControllerProgram;
import dev.sealedsecrets.controller.StartException;
import dev.sealedsecrets.controller.cluster.ClusterClients;
import dev.sealedsecrets.controller.observe.Logging;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An API server with the SealedSecret resource, and a controller beside it. */
final class DemoCluster implements AutoCloseable {
    private static final String CONTROLLER_NAMESPACE = "kube-system";
    private static final String KEY_LABEL = "sealedsecrets.bitnami.com/sealed-secrets-key";
    private static final ResourceDefinitionContext SEALED_SECRETS = new ResourceDefinitionContext.Builder()
            .withGroup("bitnami.com")
            .withVersion("v1alpha1")
            .withKind("SealedSecret")
            .withPlural("sealedsecrets")
            .withNamespaced(true)
            .build();

    private final EmbeddedApiServer apiServer;
    private final KubernetesClient client;
    private final ControllerProgram controller;
    private final URI certificate;

    private DemoCluster(
            EmbeddedApiServer apiServer, KubernetesClient client, ControllerProgram controller, URI certificate) {
        this.apiServer = apiServer;
        this.client = client;
        this.controller = controller;
        this.certificate = certificate;
    }

    /**
     * Starts both.
     *
     * @param definition the file with the CustomResourceDefinition
     */
    static DemoCluster start(Path definition) throws IOException, CommandLineException, StartException {
        ControllerOptions options = ControllerOptions.of(
                List.of("--log-level=ERROR", "--listen-addr=127.0.0.1:0", "--listen-metrics-addr=127.0.0.1:0"));
        ControllerEnvironment environment = new ControllerEnvironment(
                Map.of("POD_NAMESPACE", CONTROLLER_NAMESPACE),
                Path.of(""),
                System.out,
                System.err,
                InstantSource.system(),
                new SecureRandom(),
                System::nanoTime);
        Logging.configure(options.log(), environment.out(), environment.err());
        try (InputStream crd = Files.newInputStream(definition)) {
            EmbeddedApiServer apiServer = EmbeddedApiServer.start(crd);
            KubernetesClient client = apiServer.client();
            ControllerProgram controller =
                    new ControllerProgram(options, environment, ClusterClients.of(client.getConfiguration()));
            controller.start();
            URI certificate = URI.create("http://127.0.0.1:" + controller.port() + "/v1/cert.pem");
            return new DemoCluster(apiServer, client, controller, certificate);
        }
    }

    /** Where the controller serves its certificate. */
    URI certificate() {
        return certificate;
    }

    /** The names of the sealing keys. */
    List<String> sealingKeys() {
        return client
                .secrets()
                .inNamespace(CONTROLLER_NAMESPACE)
                .withLabel(KEY_LABEL, "active")
                .list()
                .getItems()
                .stream()
                .map(key -> key.getMetadata().getName())
                .toList();
    }

    /** Makes a new sealing key now, as the signal USR1 does. */
    void renew() {
        controller.makeKey();
    }

    /** Creates the object of a manifest. */
    void apply(String manifest) {
        client.resource(manifest).create();
    }

    /** The unsealed Secret, if it is there. */
    Optional<Secret> secret(String namespace, String name) {
        return Optional.ofNullable(
                client.secrets().inNamespace(namespace).withName(name).get());
    }

    /** The status that the controller wrote, as JSON; empty if there is none yet. */
    Optional<String> status(String namespace, String name) {
        return Optional.ofNullable(client.genericKubernetesResources(SEALED_SECRETS)
                        .inNamespace(namespace)
                        .withName(name)
                        .get())
                .map(GenericKubernetesResource::getAdditionalProperties)
                .map(properties -> properties.get("status"))
                .map(client.getKubernetesSerialization()::asJson);
    }

    @Override
    public void close() {
        controller.close();
        client.close();
        apiServer.close();
    }
}
