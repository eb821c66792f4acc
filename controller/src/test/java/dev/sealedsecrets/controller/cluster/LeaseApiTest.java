package dev.sealedsecrets.controller.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseApiTest {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05.678901Z");

    private final MockCluster cluster = new MockCluster();
    private final LeaseApi leases =
            new LeaseApi(cluster.clients().main().getConfiguration(), new ObjectKey("kube-system", "leader"));

    @AfterEach
    void end() {
        leases.close();
        cluster.close();
    }

    private static LeaseRecord lease(String version, String holder) {
        return new LeaseRecord(version, holder, Duration.ofSeconds(15), THEN, THEN.plusSeconds(1), 2);
    }

    @Test
    void aLeaseIsReadAsItWasWritten() throws ApiFailure {
        assertThat(leases.find()).isEmpty();

        LeaseRecord created = leases.create(lease("", "one"));
        LeaseRecord updated = leases.update(lease(created.version(), "two"));

        assertThat(leases.find()).contains(updated);
        assertThat(updated.holder()).isEqualTo("two");
        assertThat(updated.duration()).isEqualTo(Duration.ofSeconds(15));
        assertThat(updated.acquired()).isEqualTo(THEN);
        assertThat(updated.renewed()).isEqualTo(THEN.plusSeconds(1));
        assertThat(updated.transitions()).isEqualTo(2);
    }

    @Test
    void aLeaseThatHasChangedIsNotReplaced() throws ApiFailure {
        LeaseRecord created = leases.create(lease("", "one"));
        leases.update(lease(created.version(), "two"));

        assertThatThrownBy(() -> leases.update(lease(created.version(), "three")))
                .isInstanceOfSatisfying(
                        ApiFailure.class, e -> assertThat(e.kind()).isEqualTo(ApiFailure.Kind.CONFLICT));
        assertThatThrownBy(() -> leases.create(lease("", "three")))
                .isInstanceOfSatisfying(
                        ApiFailure.class, e -> assertThat(e.kind()).isEqualTo(ApiFailure.Kind.CONFLICT));
    }

    @Test
    void aFailureIsNotRepeated() {
        cluster.fail("GET", "/leases/leader", 500, "down");
        cluster.takeRequests();

        assertThatThrownBy(leases::find).isInstanceOf(ApiFailure.class);

        assertThat(cluster.takeRequests()).hasSize(1);
    }
}
