package dev.sealedsecrets.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The way to the API server breaks in the middle of a backlog: all is Synced in the end, and the controller was not restarted. */
@EnabledIfEnvironmentVariable(named = "SEALED_SECRETS_CONTROL_PLANE", matches = ".+")
@EnabledIfEnvironmentVariable(named = "CONTROL_PLANE_HOST_IP", matches = ".+")
class OutagesIT {

    private static final int OBJECTS = 300;
    private static final String NAMESPACE = "outages";

    @TempDir
    Path folder;

    private ControllerUnderTest controller;
    private World world;
    private BreakableConnection connection;
    private Backlog backlog;

    @BeforeEach
    void begin() throws Exception {
        Process process = new ProcessBuilder("../dev/control-plane", "install")
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        controller = new ControllerUnderTest(folder);
        world = new World(controller);
        world.clear();
        new Steps(world, World.CONTROLLER_NAMESPACE).installKey(new Fields(Map.of("name", "main")));
        URI server = URI.create(world.api.server());
        connection = new BreakableConnection(server.getHost(), server.getPort());
        backlog = new Backlog(world, NAMESPACE);
        backlog.create(0, OBJECTS);
        controller.start(
                List.of(),
                Map.of(
                        "KUBERNETES_SERVICE_HOST", server.getHost(),
                        "KUBERNETES_SERVICE_PORT", String.valueOf(connection.port())),
                "serving");
    }

    @AfterEach
    void end() throws Exception {
        controller.stop(true, 30);
        connection.close();
        world.clear();
    }

    private void awaitTheMiddle() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> backlog.synced() > 5);
        assertThat(backlog.synced()).as("still in the middle").isLessThan(OBJECTS);
    }

    private void assertThatAllEndsSynced() {
        await().atMost(Duration.ofMinutes(2)).until(() -> backlog.synced() == OBJECTS);
        assertThat(world.api.list(Kinds.collection("Secret", NAMESPACE))).hasSize(OBJECTS);
        assertThat(controller.isAlive()).isTrue();
        world.api
                .request("DELETE", Kinds.object("Secret", NAMESPACE, "s-0"), null)
                .ok();
        await().atMost(Duration.ofSeconds(30)).until(() -> world.api.get("Secret", NAMESPACE, "s-0") != null);
    }

    @Test
    void closedConnectionsAndWatchesAreMadeAnew() throws Exception {
        awaitTheMiddle();
        for (int i = 0; i < 5; i++) {
            connection.drop();
            Pauses.seconds(0.3);
        }

        assertThatAllEndsSynced();
    }

    @Test
    void anApiServerThatIsAwayForSecondsIsWaitedFor() throws Exception {
        awaitTheMiddle();
        connection.refuse();
        Pauses.seconds(5);
        connection.serve();

        assertThatAllEndsSynced();
    }

    @Test
    void anApiServerThatAnswersNothingForSecondsIsWaitedFor() throws Exception {
        awaitTheMiddle();
        connection.freeze();
        Pauses.seconds(5);
        connection.thaw();

        assertThatAllEndsSynced();
    }

    @Test
    void anApiServerThatStartsAnewIsWaitedFor() throws Exception {
        ApiServerProcess server = new ApiServerProcess(world);
        awaitTheMiddle();
        server.restart(2);

        assertThatAllEndsSynced();
    }

    @Test
    void whatEtcdHasForgottenIsListedAnew() throws Exception {
        ApiServerProcess server = new ApiServerProcess(world);
        awaitTheMiddle();
        connection.refuse();
        backlog.touch(0, 10); // what happens while the controller watches nothing, and is compacted away
        server.compact();
        server.restart(0); // its cache of old watch events is gone too
        connection.serve();

        assertThatAllEndsSynced();
    }

    @Test
    void anApiServerThatRefusesWithTooManyRequestsIsAskedLater() {
        try (Refusal refusal = Refusal.tooManyRequests(world)) {
            awaitTheMiddle();
            refusal.begin();
            await().atMost(Duration.ofSeconds(30)).until(() -> refusal.count() > 0);
            Pauses.seconds(5);
        }

        assertThatAllEndsSynced();
    }

    @Test
    void anApiServerThatAnswersWithInternalErrorsIsAskedAgain() {
        try (Refusal refusal = Refusal.internalErrors(world)) {
            awaitTheMiddle();
            refusal.begin();
            await().atMost(Duration.ofSeconds(30)).until(() -> refusal.count() > 0);
            Pauses.seconds(5);
            assertThat(backlog.synced()).as("nothing could be written").isLessThan(OBJECTS);
        }

        assertThatAllEndsSynced();
    }
}
