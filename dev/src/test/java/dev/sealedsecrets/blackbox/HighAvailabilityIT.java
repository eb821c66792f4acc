package dev.sealedsecrets.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Several replicas beside one API server: one writes, however the others end or are cut off. */
@EnabledIfEnvironmentVariable(named = "SEALED_SECRETS_CONTROL_PLANE", matches = ".+")
@EnabledIfEnvironmentVariable(named = "CONTROL_PLANE_HOST_IP", matches = ".+")
class HighAvailabilityIT {

    private static final String LEADER = "sealed_secrets_controller_leader";
    private static final List<String> ELECTION = List.of(
            "--leader-elect",
            "--leader-elect-lease-duration=5s",
            "--leader-elect-renew-deadline=3s",
            "--leader-elect-retry-period=500ms",
            "--key-size=2048");

    @TempDir
    Path folder;

    private final List<ControllerUnderTest> replicas = new ArrayList<>();
    private World world;

    @BeforeEach
    void begin() throws Exception {
        Process process = new ProcessBuilder("../dev/control-plane", "install")
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        for (int i = 0; i < 3; i++) {
            replicas.add(new ControllerUnderTest(Files.createDirectories(folder.resolve("replica-" + i)), i));
        }
        world = new World(replicas.get(0));
        world.clear();
        world.api.request("DELETE", Kinds.object("Lease", World.CONTROLLER_NAMESPACE, World.CONTROLLER_NAME), null);
    }

    @AfterEach
    void end() {
        replicas.forEach(replica -> replica.stop(true, 30));
        world.clear();
    }

    private static void start(ControllerUnderTest replica, Map<String, String> environment, String... further) {
        List<String> flags = new ArrayList<>(ELECTION);
        flags.addAll(replica.portFlags());
        flags.addAll(List.of(further));
        replica.start(flags, environment, "running");
    }

    private static boolean leads(ControllerUnderTest replica) {
        if (!replica.isAlive()) {
            return false;
        }
        try {
            return Samples.sum(Samples.of(replica.get("metrics", "/metrics"), LEADER, new Fields(Map.of()))) == 1;
        } catch (AssertionError e) {
            return false; // it does not answer yet
        }
    }

    private ControllerUnderTest awaitLeader() {
        await().atMost(Duration.ofSeconds(60)).until(() -> replicas.stream().anyMatch(HighAvailabilityIT::leads));
        return replicas.stream().filter(HighAvailabilityIT::leads).findFirst().orElseThrow();
    }

    private static boolean servesCertificate(ControllerUnderTest replica) {
        try {
            return replica.get("http", "/v1/cert.pem").startsWith("-----BEGIN CERTIFICATE");
        } catch (AssertionError e) {
            return false; // it does not listen yet
        }
    }

    private List<?> keys() {
        return world.api.list("/api/v1/namespaces/kube-system/secrets?labelSelector=" + KeyInstaller.LABEL);
    }

    private void installKey() {
        new Steps(world, World.CONTROLLER_NAMESPACE).installKey(new Fields(Map.of("name", "main")));
    }

    @Test
    void replicasThatStartTogetherMakeOneKeyAndAllServeItsCertificate() {
        replicas.forEach(replica -> start(replica, Map.of()));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> replicas.stream().allMatch(HighAvailabilityIT::servesCertificate));

        assertThat(keys()).hasSize(1);
        assertThat(replicas.stream().filter(HighAvailabilityIT::leads)).hasSize(1);
        assertThat(replicas.stream()
                        .map(replica -> replica.get("http", "/v1/cert.pem"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aLeaderKilledInTheMiddleOfItsWorkIsReplaced() throws Exception {
        installKey();
        Backlog backlog = new Backlog(world, "ha-killed");
        backlog.create(0, 500);
        try (SecretHistory history = new SecretHistory("ha-killed")) {
            replicas.forEach(replica -> start(replica, Map.of()));
            ControllerUnderTest leader = awaitLeader();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> backlog.synced() > 20);

            leader.stop(true, 30);

            assertThat(backlog.synced()).as("killed in the middle").isLessThan(500);
            await().atMost(Duration.ofMinutes(2)).until(() -> backlog.synced() == 500);
            await().atMost(Duration.ofSeconds(10)).until(() -> history.size() == 500);
            assertThat(history.changed()).as("a Secret with two contents").isNull();
        }
        assertThat(keys()).hasSize(1);
        assertThat(replicas.stream().filter(HighAvailabilityIT::leads)).hasSize(1);
    }

    @Test
    void aLeaderThatStopsHandsOverWithoutWaitingForTheLease() {
        String longLease = "--leader-elect-lease-duration=600s";
        installKey();
        start(replicas.get(0), Map.of(), longLease);
        ControllerUnderTest leader = awaitLeader();
        start(replicas.get(1), Map.of(), longLease);
        await().atMost(Duration.ofSeconds(60)).until(() -> servesCertificate(replicas.get(1)));
        Backlog backlog = new Backlog(world, "ha-stopped");

        assertThat(leader.stop(false, 30)).isZero();
        backlog.create(0, 1);

        await().atMost(Duration.ofSeconds(60)).until(() -> backlog.synced() == 1);
    }

    @Test
    void aLeaderThatIsCutOffStopsBeforeAnotherBegins() throws Exception {
        installKey();
        URI server = URI.create(world.api.server());
        try (BreakableConnection connection = new BreakableConnection(server.getHost(), server.getPort())) {
            Map<String, String> behind = new HashMap<>();
            behind.put("KUBERNETES_SERVICE_HOST", server.getHost());
            behind.put("KUBERNETES_SERVICE_PORT", String.valueOf(connection.port()));
            ControllerUnderTest cut = replicas.get(0);
            ControllerUnderTest other = replicas.get(1);
            start(cut, behind);
            assertThat(awaitLeader()).isSameAs(cut);
            start(other, Map.of());
            await().atMost(Duration.ofSeconds(60)).until(() -> servesCertificate(other));
            Backlog backlog = new Backlog(world, "ha-cut");
            backlog.create(0, 100);
            try (SecretHistory history = new SecretHistory("ha-cut")) {
                connection.freeze();
                await().atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> {
                            boolean both = leads(cut) && leads(other);
                            assertThat(both).as("two leaders").isFalse();
                            return leads(other);
                        });
                await().atMost(Duration.ofSeconds(60)).until(() -> backlog.synced() == 100);
                connection.thaw();
                backlog.create(100, 120);
                await().atMost(Duration.ofSeconds(60)).until(() -> backlog.synced() == 120);

                Pauses.seconds(6);
                assertThat(leads(other)).isTrue();
                assertThat(leads(cut)).isFalse();
                assertThat(history.changed()).as("a Secret with two contents").isNull();
            }
        }
        assertThat(keys()).hasSize(1);
    }

    /** What the API server's authorizer says; it follows changes of roles with a delay. */
    private static boolean mayUseLeases() throws IOException, InterruptedException {
        return new ProcessBuilder(
                                "kubectl",
                                "auth",
                                "can-i",
                                "get",
                                "leases.coordination.k8s.io/" + World.CONTROLLER_NAME,
                                "-n",
                                World.CONTROLLER_NAMESPACE,
                                "-q",
                                "--as",
                                "system:serviceaccount:kube-system:" + World.CONTROLLER_NAME)
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void withoutRightsOnLeasesTheReplicaWorksAsTheOnlyOne() throws IOException {
        installKey();
        String binding = "/apis/rbac.authorization.k8s.io/v1/namespaces/kube-system/rolebindings/sealed-secrets-leader";
        Map<?, ?> saved = Objects.requireNonNull(
                world.api.request("GET", binding, null).object().map());
        world.api.request("DELETE", binding, null).ok();
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> !mayUseLeases());
            start(replicas.get(0), Map.of());

            assertThat(awaitLeader()).isSameAs(replicas.get(0));
            assertThat(replicas.get(0).logText("stderr")).contains("No rights on leases");
        } finally {
            Map<Object, Object> again = new HashMap<>(saved);
            again.put("metadata", Map.of("name", "sealed-secrets-leader", "namespace", "kube-system"));
            world.api
                    .request("POST", binding.substring(0, binding.lastIndexOf('/')), again)
                    .ok();
            await().atMost(Duration.ofSeconds(10)).until(HighAvailabilityIT::mayUseLeases);
        }
    }
}
