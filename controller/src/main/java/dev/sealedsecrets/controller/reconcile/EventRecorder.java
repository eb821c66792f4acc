package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.EventApi;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.controller.cluster.OutageLog;
import dev.sealedsecrets.resource.SealedSecret;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events from a thread of its own, so that a slow API server does not slow down the workers. May drop events: the
 * status says the same.
 */
final class EventRecorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);
    private static final String COMPONENT = "sealed-secrets";
    private static final int WAITING = 1_024;
    private static final long CLOSE_SECONDS = 2;

    private final EventApi events;
    private final InstantSource clock;
    private final EventLedger ledger = new EventLedger();
    private final OutageLog outage = new OutageLog(LOG, "Cannot write events");
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            EventRecorder::daemon,
            new ThreadPoolExecutor.DiscardPolicy());

    EventRecorder(EventApi events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Has an event sent, soon or never. Does not wait. */
    void record(Notice notice) {
        LOG.info(notice.logLine());
        thread.execute(() -> send(notice));
    }

    /** Sends what is waiting, as far as that is quick. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("dropped events at the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "events");
        thread.setDaemon(true);
        return thread;
    }

    private void send(Notice notice) {
        Instant now = clock.instant();
        Optional<EventLedger.Entry> entry = ledger.enter(notice, now);
        if (entry.isEmpty()) {
            return;
        }
        try {
            if (entry.get().count() == 1) {
                events.create(event(notice, entry.get()));
            } else {
                ObjectKey name =
                        new ObjectKey(notice.key().namespace(), entry.get().name());
                events.count(name, entry.get().count(), text(now));
            }
            outage.worked();
        } catch (ApiFailure e) {
            ledger.forget(notice);
            outage.failed(e.text());
        }
    }

    private static Event event(Notice notice, EventLedger.Entry entry) {
        String time = text(entry.first());
        return new EventBuilder()
                .withNewMetadata()
                .withName(entry.name())
                .withNamespace(notice.key().namespace())
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion(SealedSecret.API_VERSION)
                .withKind(SealedSecret.KIND)
                .withNamespace(notice.key().namespace())
                .withName(notice.key().name())
                .withUid(notice.uid())
                .withResourceVersion(notice.resourceVersion())
                .endInvolvedObject()
                .withType(notice.reason().type())
                .withReason(notice.reason().text())
                .withMessage(notice.message())
                .withNewSource()
                .withComponent(COMPONENT)
                .endSource()
                .withReportingComponent(COMPONENT)
                .withFirstTimestamp(time)
                .withLastTimestamp(time)
                .withCount(entry.count())
                .build();
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
