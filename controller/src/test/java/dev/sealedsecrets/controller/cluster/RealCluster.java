package dev.sealedsecrets.controller.cluster;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The API server that {@code dev/control-plane} started, with our definition and roles applied. Tests use it with all
 * rights; what they test gets those of the controller's service account only, so that missing rights show.
 */
public final class RealCluster implements AutoCloseable {
    /** Set by {@code dev/control-plane} only, so that nobody's own cluster is touched. */
    public static final String CONTROL_PLANE = "SEALED_SECRETS_CONTROL_PLANE";

    private static final Path MANIFESTS = Path.of("..", "manifests");
    private static final String ACCOUNT_NAMESPACE = "kube-system";
    private static final String ACCOUNT = "sealed-secrets-controller";

    private final Config config;
    private final KubernetesClient admin;

    public RealCluster() {
        config = Config.fromKubeconfig(new File(Objects.requireNonNull(System.getenv("KUBECONFIG"))));
        admin = new KubernetesClientBuilder().withConfig(config).build();
        apply(MANIFESTS.resolve("crd"));
        apply(MANIFESTS.resolve("rbac"));
        admin.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("sealedsecrets.bitnami.com")
                .waitUntilCondition(
                        crd -> crd.getStatus() != null
                                && crd.getStatus().getConditions() != null
                                && crd.getStatus().getConditions().stream()
                                        .anyMatch(
                                                condition -> condition.getType().equals("Established")
                                                        && condition.getStatus().equals("True")),
                        30,
                        TimeUnit.SECONDS);
    }

    /** A client that may do anything. */
    public KubernetesClient admin() {
        return admin;
    }

    /** Clients with the rights of the controller. */
    public ClusterClients controllerClients() {
        TokenRequest request = admin.serviceAccounts()
                .inNamespace(ACCOUNT_NAMESPACE)
                .withName(ACCOUNT)
                .tokenRequest();
        Config restricted = new ConfigBuilder(config)
                .withOauthToken(request.getStatus().getToken())
                .withAutoOAuthToken(null)
                .withClientCertData(null)
                .withClientKeyData(null)
                .withUsername(null)
                .withPassword(null)
                .build();
        return ClusterClients.of(restricted);
    }

    /** A new namespace; it ends with the API server. */
    public String newNamespace() {
        return admin.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withGenerateName("it-")
                        .endMetadata()
                        .build())
                .create()
                .getMetadata()
                .getName();
    }

    private void apply(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.endsWith("kustomization.yaml")) {
                    continue;
                }
                try (InputStream manifest = Files.newInputStream(file)) {
                    admin.load(manifest).serverSideApply();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
