package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.controller.cluster.SealedSecretResource;
import dev.sealedsecrets.controller.cluster.Workload;
import dev.sealedsecrets.controller.observe.ControllerMetrics;
import dev.sealedsecrets.controller.observe.LogKeys;
import dev.sealedsecrets.controller.observe.LogMessages;
import dev.sealedsecrets.controller.observe.UnsealErrorReason;
import dev.sealedsecrets.resource.ObjectMeta;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the outcome of a pass to those who watch: events, metrics, log, and the status. Thread-safe. */
final class Reporter {
    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);
    private static final String INSTANCE_LABEL = "app.kubernetes.io/instance";

    private final ControllerMetrics metrics;
    private final EventRecorder events;
    private final StatusWriter statuses;
    private final LongSupplier nanoTime;

    /** @param nanoTime monotonic time in nanoseconds, for the duration of passes */
    Reporter(ControllerMetrics metrics, EventRecorder events, StatusWriter statuses, LongSupplier nanoTime) {
        this.metrics = metrics;
        this.events = events;
        this.statuses = statuses;
        this.nanoTime = nanoTime;
    }

    /** A pass starts. The result is for {@link #ended}. */
    long started(ObjectKey key) {
        metrics.unsealRequested();
        LOG.atInfo().addKeyValue(LogKeys.KEY, key).log(LogMessages.UPDATING);
        return nanoTime.getAsLong();
    }

    /** A pass has ended, well or not. */
    void ended(long started) {
        metrics.unsealTook(Duration.ofNanos(nanoTime.getAsLong() - started));
    }

    /** The SealedSecret has gone. */
    void gone(ObjectKey key) {
        metrics.conditionGone(key.namespace(), key.name());
    }

    /** An attempt failed. */
    void failed(ObjectKey key, Failure failure, boolean parked) {
        metrics.unsealFailed(failure.reason(), key.namespace());
        if (!parked) {
            metrics.unsealRetried();
        }
        LOG.atError()
                .addKeyValue(LogKeys.KEY, key)
                .addKeyValue(LogKeys.ERROR, failure.statusMessage())
                .log(parked ? LogMessages.UPDATE_GAVE_UP : LogMessages.UPDATE_RETRY);
    }

    /** Sends an event, if there is news: the Secret or the outcome changed. */
    void announce(SealedSecretResource sealed, Optional<Standing> before, Outcome outcome, boolean secretChanged) {
        Inputs inputs = Inputs.of(sealed.metadata());
        if (outcome instanceof Outcome.Failed failed) {
            boolean known = before.filter(standing -> standing.inputs().equals(inputs))
                    .map(standing -> standing.outcome().equals(outcome))
                    .orElseGet(() -> SyncStatus.saysFailed(sealed.getStatus(), inputs.generation(), failed.failure()));
            if (!known) {
                send(
                        sealed.metadata(),
                        EventReason.of(failed.failure()),
                        failed.failure().eventMessage());
            }
            return;
        }
        if (outcome instanceof Outcome.Drifted) {
            boolean known = before.map(standing -> standing.outcome().equals(outcome))
                    .orElseGet(() -> SyncStatus.saysDrifted(sealed.getStatus(), inputs.generation()));
            if (!known) {
                metrics.drifted(sealed.key().namespace(), false);
                send(sealed.metadata(), EventReason.DRIFTED, "the Secret was edited, and is left as it is");
            }
            return;
        }
        boolean recovered = before.map(standing -> !standing.outcome().isSynced())
                .orElseGet(
                        () -> statuses.isEnabled() && !SyncStatus.saysApplied(sealed.getStatus(), inputs.generation()));
        if (secretChanged || recovered) {
            send(sealed.metadata(), EventReason.UNSEALED, "SealedSecret unsealed successfully");
        }
    }

    /**
     * A Secret that somebody edited or deleted is restored.
     *
     * @param fight whether that has happened so often that the next time is put off
     */
    void repaired(SealedSecretResource sealed, boolean fight) {
        metrics.drifted(sealed.key().namespace(), true);
        if (fight) {
            send(
                    sealed.metadata(),
                    EventReason.FOUGHT_OVER,
                    "somebody else keeps changing the Secret: restoring it is put off for a while each time");
        }
    }

    /** Entries with random or clock functions lost the values they had, and have new ones. */
    void renderedAnew(SealedSecretResource sealed, Set<String> entries) {
        send(
                sealed.metadata(),
                EventReason.RENDERED,
                "rendered anew, because the Secret was lost or edited: " + String.join(", ", new TreeSet<>(entries)));
    }

    /** A workload that uses the Secret was restarted, because the Secret's values changed. */
    void restarted(SealedSecretResource sealed, Workload workload) {
        metrics.workloadRestarted(sealed.key().namespace(), workload.kind().text());
        send(sealed.metadata(), EventReason.RESTARTED, "restarted " + workload.name());
    }

    /** Workloads that use the Secret could not be restarted; that is tried again. */
    void notRestarted(ObjectKey key, ApiFailure failure) {
        LOG.atWarn()
                .addKeyValue(LogKeys.KEY, key)
                .addKeyValue(LogKeys.ERROR, failure.text())
                .log(LogMessages.RESTART_RETRY);
    }

    /** Brings the status in order, and the metric that follows it. */
    StatusResult status(SealedSecretResource sealed, SyncStatus wanted) {
        ObjectKey key = sealed.key();
        StatusResult result = statuses.write(sealed, wanted);
        if (result instanceof StatusResult.InOrder) {
            String instance = sealed.metadata().labels().getOrDefault(INSTANCE_LABEL, "");
            metrics.condition(
                    key.namespace(), key.name(), instance, wanted.outcome().isSynced());
            int items = sealed.getSpec() == null
                    ? 0
                    : sealed.getSpec().path("encryptedData").size();
            metrics.keysInUse(key.namespace(), key.name(), wanted.itemsByKey(sealed.getStatus()), items);
        } else if (result instanceof StatusResult.Failed failed) {
            metrics.unsealFailed(UnsealErrorReason.STATUS, key.namespace());
            LOG.atError()
                    .addKeyValue(LogKeys.SEALED_SECRET, key)
                    .addKeyValue(LogKeys.ERROR, failed.failure().text())
                    .log(LogMessages.STATUS_FAILED);
        }
        return result;
    }

    private void send(ObjectMeta sealed, EventReason reason, String message) {
        ObjectKey key = new ObjectKey(sealed.namespace(), sealed.name());
        events.record(new Notice(key, sealed.uid(), sealed.resourceVersion(), reason, message));
    }
}
