package dev.sealedsecrets.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.controller.cluster.MockCluster;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import io.fabric8.kubernetes.api.model.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventRecorderTest {
    private static final Notice NOTICE =
            new Notice(new ObjectKey("ns", "s"), "uid", "7", EventReason.UPDATE_FAILED, "it did not work");

    private final MockCluster cluster = new MockCluster();
    private final EventRecorder recorder =
            new EventRecorder(cluster.events(), InstantSource.fixed(Instant.parse("2026-01-01T00:00:00.5Z")));

    @AfterEach
    void end() {
        recorder.close();
        cluster.close();
    }

    @Test
    void anEventNamesTheObjectItIsAboutAndWhoSaysSo() {
        recorder.record(NOTICE);

        assertThat(endAndList()).singleElement().satisfies(event -> {
            assertThat(event.getInvolvedObject().getApiVersion()).isEqualTo("bitnami.com/v1alpha1");
            assertThat(event.getInvolvedObject().getKind()).isEqualTo("SealedSecret");
            assertThat(event.getInvolvedObject().getNamespace()).isEqualTo("ns");
            assertThat(event.getInvolvedObject().getName()).isEqualTo("s");
            assertThat(event.getInvolvedObject().getUid()).isEqualTo("uid");
            assertThat(event.getInvolvedObject().getResourceVersion()).isEqualTo("7");
            assertThat(event.getSource().getComponent()).isEqualTo("sealed-secrets");
            assertThat(event.getReportingComponent()).isEqualTo("sealed-secrets");
            assertThat(event.getType()).isEqualTo("Warning");
            assertThat(event.getReason()).isEqualTo("ErrUpdateFailed");
            assertThat(event.getMessage()).isEqualTo("it did not work");
            assertThat(event.getCount()).isEqualTo(1);
            assertThat(event.getFirstTimestamp()).isEqualTo("2026-01-01T00:00:00Z");
            assertThat(event.getLastTimestamp()).isEqualTo("2026-01-01T00:00:00Z");
        });
    }

    @Test
    void anEqualEventIsCountedUpByAPatchAlone() {
        recorder.record(NOTICE);
        recorder.record(NOTICE);

        assertThat(endAndList()).singleElement().extracting(Event::getCount).isEqualTo(2);
        assertThat(cluster.eventRequests().subList(0, 2))
                .element(1)
                .asString()
                .startsWith("PATCH /api/v1/namespaces/ns/events/s.");
    }

    @Test
    void anEventThatCannotBeWrittenIsDroppedAndTheNextOneIsNew() {
        cluster.failOnce("POST", "/events", 403, "events is forbidden");
        recorder.record(NOTICE);
        recorder.record(NOTICE);

        assertThat(endAndList()).singleElement().extracting(Event::getCount).isEqualTo(1);
    }

    @Test
    void anEventAfterTheEndIsDropped() {
        recorder.close();

        recorder.record(NOTICE);

        assertThat(endAndList()).isEmpty();
    }

    private List<Event> endAndList() {
        recorder.close();
        return cluster.clients().main().v1().events().inNamespace("ns").list().getItems();
    }
}
