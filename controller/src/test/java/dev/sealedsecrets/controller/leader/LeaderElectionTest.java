package dev.sealedsecrets.controller.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sealedsecrets.controller.cluster.LeaseApi;
import dev.sealedsecrets.controller.cluster.MockCluster;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaderElectionTest {
    private final MockCluster cluster = new MockCluster();
    private final List<Boolean> changes = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        cluster.close();
    }

    private LeaderElection replica(String name) {
        return new LeaderElection(
                new LeaseApi(cluster.clients().main().getConfiguration(), new ObjectKey("kube-system", "leader")),
                name,
                new ElectionTimes(Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofMillis(20)),
                System::nanoTime,
                InstantSource.system());
    }

    @Test
    void whoComesFirstLeadsUntilItEnds() {
        LeaderElection one = replica("one");
        LeaderElection two = replica("two");
        one.start(changes::add);
        await().until(one::mayWrite);
        two.start(changes::add);
        await().pollDelay(Duration.ofMillis(200)).until(() -> true);
        assertThat(two.mayWrite()).isFalse();

        one.close();
        await().until(two::mayWrite);
        two.close();

        assertThat(one.mayWrite()).isFalse();
        assertThat(two.mayWrite()).isFalse();
        assertThat(changes).containsExactly(true, true);
    }

    @Test
    void withoutRightsTheReplicaLeads() {
        cluster.fail("GET", "/leases/leader", 403, "leases is forbidden");
        try (LeaderElection one = replica("one")) {
            one.start(changes::add);

            await().until(() -> changes.contains(true));

            assertThat(one.mayWrite()).isTrue();
        }
    }
}
