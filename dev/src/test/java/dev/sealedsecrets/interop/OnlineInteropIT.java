package dev.sealedsecrets.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sealing through the service proxy by a user without any role, and unsealing by a controller with its real rights: our
 * programs with each other, and each of ours with the original's counterpart, over the same keys.
 */
@EnabledIfEnvironmentVariable(named = Programs.PEERS, matches = ".+")
@EnabledIfEnvironmentVariable(named = Programs.CONTROL_PLANE, matches = ".+")
@EnabledIfEnvironmentVariable(named = "CONTROL_PLANE_HOST_IP", matches = ".+")
class OnlineInteropIT {
    private static final List<String> SCOPES = List.of("strict", "namespace-wide", "cluster-wide");
    private static final Program KUBECTL = new Program(List.of("kubectl"), Map.of());

    @TempDir
    static Path folder;

    @BeforeAll
    static void install() {
        new Program(List.of(Programs.ROOT.resolve("dev/control-plane").toString(), "install"), Map.of()).run("");
        // What other tests leave behind may not decode, and one such object blinds the original's controller for all
        // others.
        KUBECTL.run("", "delete", "sealedsecrets", "--all", "--all-namespaces");
    }

    @Test
    void whatEitherKubesealSealsOnlineEitherControllerUnseals() throws IOException {
        String viewer = Objects.requireNonNull(System.getenv("CONTROL_PLANE_VIEWER_KUBECONFIG"));
        Program ours = Programs.ourKubeseal().withKubeconfig(viewer);
        Program theirs = Programs.theirKubeseal().withKubeconfig(viewer);
        Path log = folder.resolve("controller.log");

        try (ControllerProcess controller = ControllerProcess.start(Programs.ourController(), log)) {
            controller.awaitCertificate();
            assertUnseals(ours, "ours-by-ours");
            assertUnseals(theirs, "theirs-by-ours");
        }
        // The original takes over in place: the key that ours made is the one that it finds. By default it makes five
        // requests per
        // second, and begins with every object that is there.
        try (ControllerProcess controller = ControllerProcess.start(
                Programs.theirController(), log, "--kubeclient-qps=200", "--kubeclient-burst=400")) {
            controller.awaitCertificate();
            assertUnseals(ours, "ours-by-theirs");
        }
    }

    /** There and back: keys, objects and statuses of one controller serve the other, and no Secret is written for it. */
    @Test
    void theControllersSwapInPlaceBothWays() throws IOException {
        Program viewer = Programs.theirKubeseal()
                .withKubeconfig(Objects.requireNonNull(System.getenv("CONTROL_PLANE_VIEWER_KUBECONFIG")));
        Path log = folder.resolve("swap.log");
        try (ControllerProcess controller = theirs(log)) {
            controller.awaitCertificate();
            assertUnseals(viewer, "swap-theirs");
        }
        String keys = keyNames();
        String before = versions("secret", "swap-theirs");

        try (ControllerProcess controller = ControllerProcess.start(Programs.ourController(), log)) {
            controller.awaitCertificate();
            assertUnseals(viewer, "swap-ours");
            assertThat(keyNames()).isEqualTo(keys);
            assertThat(versions("secret", "swap-theirs")).isEqualTo(before);
            assertSynced("swap-theirs");
        }

        try (ControllerProcess controller = theirs(log)) {
            controller.awaitCertificate();
            assertUnseals(viewer, "swap-back");
            assertThat(keyNames()).isEqualTo(keys);
            assertSynced("swap-theirs");
            assertSynced("swap-ours");
        }
    }

    private static ControllerProcess theirs(Path log) throws IOException {
        return ControllerProcess.start(
                Programs.theirController(), log, "--kubeclient-qps=200", "--kubeclient-burst=400");
    }

    private static String keyNames() {
        return KUBECTL.run(
                "",
                "-n",
                "kube-system",
                "get",
                "secrets",
                "-l",
                "sealedsecrets.bitnami.com/sealed-secrets-key",
                "-o",
                "name");
    }

    private static String versions(String kind, String namespace) {
        return KUBECTL.run(
                "",
                "-n",
                namespace,
                "get",
                kind,
                "-o",
                "jsonpath={range .items[*]}{.metadata.name}={.metadata.resourceVersion} {end}");
    }

    private static void assertSynced(String namespace) {
        assertThat(KUBECTL.run(
                        "",
                        "-n",
                        namespace,
                        "get",
                        "sealedsecrets",
                        "-o",
                        "jsonpath={range .items[*]}{.status.conditions[0].type}={.status.conditions[0].status} {end}"))
                .isEqualTo("Synced=True ".repeat(SCOPES.size()));
    }

    private static void assertUnseals(Program kubeseal, String namespace) {
        KUBECTL.run("", "create", "namespace", namespace);
        for (String scope : SCOPES) {
            String secret = """
                    {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "%s", "namespace": "%s"}, "stringData": {"password": "%s"}}
                    """.formatted(scope, namespace, scope + " in " + namespace);
            KUBECTL.run(kubeseal.run(secret, "--scope", scope, "-o", "yaml"), "apply", "-f", "-");
        }
        for (String scope : SCOPES) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(KUBECTL.run(
                                    "",
                                    "-n",
                                    namespace,
                                    "get",
                                    "sealedsecret,secret",
                                    "--field-selector",
                                    "metadata.name=" + scope,
                                    "-o",
                                    "jsonpath={range .items[*]}{.status.conditions[0].status}{.data.password}{end}"))
                            .isEqualTo("True" + base64(scope + " in " + namespace)));
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
