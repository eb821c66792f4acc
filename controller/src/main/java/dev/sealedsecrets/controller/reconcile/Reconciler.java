package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.controller.cluster.SealedSecretResource;
import dev.sealedsecrets.controller.keys.KeyRegistry;
import dev.sealedsecrets.controller.keys.KeySnapshot;
import dev.sealedsecrets.resource.ObjectMeta;
import java.time.Duration;
import java.util.Optional;

/**
 * One pass over one SealedSecret: unseal it, bring its Secret in order, report the outcome, and say when to come again.
 *
 * <p>A pass that would find what the last one found does nothing; one whose status alone is not in order writes the
 * status only. Thread-safe, as long as no key is with two threads.
 */
final class Reconciler {
    private final ClusterView view;
    private final KeyRegistry keys;
    private final Maker maker;
    private final SecretRemoval removal;
    private final Reporter reporter;
    private final RetryPolicy retries;
    private final Memory memory;
    private final Grace grace;
    private final Fights fights;
    private final Optional<WorkloadRestarts> restarts;

    Reconciler(
            ClusterView view,
            KeyRegistry keys,
            Maker maker,
            SecretRemoval removal,
            Reporter reporter,
            RetryPolicy retries,
            Memory memory,
            Grace grace,
            Fights fights,
            Optional<WorkloadRestarts> restarts) {
        this.view = view;
        this.keys = keys;
        this.maker = maker;
        this.removal = removal;
        this.reporter = reporter;
        this.retries = retries;
        this.memory = memory;
        this.grace = grace;
        this.fights = fights;
        this.restarts = restarts;
    }

    /** Makes one pass. The delay until the next one; empty: when something changes. */
    Optional<Duration> reconcile(ObjectKey key) {
        Optional<SealedSecretResource> found = view.sealedSecret(key);
        if (found.isEmpty()) {
            return gone(key);
        }
        SealedSecretResource sealed = found.get();
        ObjectMeta metadata = sealed.metadata();
        if (!metadata.deletionTimestamp().isEmpty()) {
            return Optional.empty();
        }
        boolean overruled = memory.takeOverruled(key);
        SecretSighting sighting = view.secret(key);
        Optional<Standing> before = memory.find(key)
                .filter(standing -> standing.inputs().uid().equals(metadata.uid()))
                .or(() -> new Recollection(sealed, keys.current()).standing(sighting));
        Optional<Standing> same =
                before.filter(standing -> !overruled && standing.isAbout(Inputs.of(metadata), sighting));
        if (same.isPresent() && same.get().settled()) {
            return report(sealed, same.get());
        }
        Duration pause = fights.pause(key);
        if (!pause.isZero() && isEdited(before, metadata)) {
            return Optional.of(pause);
        }
        return pass(sealed, sighting, before, same);
    }

    private Optional<Duration> gone(ObjectKey key) {
        long started = reporter.started(key);
        try {
            return forget(key);
        } finally {
            reporter.ended(started);
        }
    }

    private Optional<Duration> forget(ObjectKey key) {
        reporter.gone(key);
        grace.end(key);
        fights.forget(key);
        Optional<Standing> before = memory.find(key);
        if (before.isPresent()) {
            Optional<ApiFailure> failure = removal.remove(key, before.get());
            if (failure.isPresent()) {
                Failure cause = Failure.ofApi(failure.get());
                Attempts counted = before.get().attempts().plus(RetryClass.TRANSIENT);
                reporter.failed(key, cause, false);
                memory.put(key, before.get().unreported(counted));
                return retries.next(RetryClass.TRANSIENT, counted.passing());
            }
        }
        memory.remove(key);
        return Optional.empty();
    }

    /** Nothing is to be done about the Secret; the status may still be out of order. */
    private Optional<Duration> report(SealedSecretResource sealed, Standing standing) {
        if (standing.sealedVersion().equals(sealed.metadata().resourceVersion())) {
            return Optional.empty();
        }
        return reportStatus(sealed, standing);
    }

    private Optional<Duration> pass(
            SealedSecretResource sealed, SecretSighting sighting, Optional<Standing> before, Optional<Standing> same) {
        long started = reporter.started(sealed.key());
        try {
            return attempt(sealed, sighting, before, same);
        } finally {
            reporter.ended(started);
        }
    }

    private Optional<Duration> attempt(
            SealedSecretResource sealed, SecretSighting sighting, Optional<Standing> before, Optional<Standing> same) {
        ObjectKey key = sealed.key();
        KeySnapshot snapshot = keys.current();
        Recollection recollection = new Recollection(sealed, snapshot);
        Situation situation = situation(sealed, sighting, before, recollection);
        Attempt attempt = maker.make(sealed, situation, snapshot, same);
        WriteResult result = attempt.result();
        if (result instanceof WriteResult.TooEarly) {
            grace.absent(key);
            return Optional.of(Grace.PERIOD);
        }
        grace.end(key);
        if (!(result instanceof WriteResult.Done done)) {
            return Optional.empty();
        }
        Outcome outcome = done.outcome();
        Attempts counted = Attempts.NONE;
        Optional<Duration> again = Optional.empty();
        if (outcome instanceof Outcome.Failed failed) {
            RetryClass retry = failed.failure().retry();
            counted = same.map(Standing::attempts).orElse(Attempts.NONE).plus(retry);
            // Keys that came during the attempt count as a change.
            again = keys.current() == snapshot ? retries.next(retry, counted.of(retry)) : Optional.of(Duration.ZERO);
            reporter.failed(key, failed.failure(), again.isEmpty());
        }
        reporter.announce(sealed, before, outcome, done.changed());
        if (done.changed() && isEdited(before, sealed.metadata())) {
            reporter.repaired(sealed, fights.repaired(key));
        }
        if (done.changed() && situation.specApplied() && !attempt.renderedAnew().isEmpty()) {
            reporter.renderedAnew(sealed, attempt.renderedAnew());
        }
        String record = recollection.after(done, attempt.unsealed(), situation.record());
        if (outcome instanceof Outcome.Synced
                && !isRestarted(sealed, recollection, attempt, situation.record(), record)) {
            // The next pass, or the next process, tries again, also if the old values are back by then.
            record = WriteRecord.parse(situation.record())
                    .map(old -> old.withUnknownData().text())
                    .orElse("");
            counted = same.map(Standing::attempts).orElse(Attempts.NONE).plus(RetryClass.TRANSIENT);
            again = retries.next(RetryClass.TRANSIENT, counted.passing());
        }
        Remembered remembered = new Remembered(attempt.hint(), record, attempt.openedBy());
        Inputs inputs = Inputs.of(sealed.metadata());
        long applied = outcome.isSynced() ? inputs.generation() : appliedGeneration(sealed, before);
        Standing standing =
                new Standing(inputs, "", outcome, done.secret(), applied, counted, again.isEmpty(), remembered);
        Optional<Duration> statusAgain = reportStatus(sealed, standing);
        return again.isPresent() ? again : statusAgain;
    }

    /** Restarts workloads if the values have changed since the last record; false: that is to be tried again. */
    private boolean isRestarted(
            SealedSecretResource sealed, Recollection recollection, Attempt attempt, String last, String now) {
        if (restarts.isEmpty() || attempt.unsealed().isEmpty()) {
            return true;
        }
        Optional<String> tag = recollection.changedData(attempt.unsealed().get(), last, now);
        try {
            if (tag.isPresent()) {
                restarts.get().restart(sealed.key(), tag.get(), workload -> reporter.restarted(sealed, workload));
            }
            return true;
        } catch (ApiFailure e) {
            reporter.notRestarted(sealed.key(), e);
            return false;
        }
    }

    /** Whether the Secret was in order by what the SealedSecret still says: what is wrong with it now is somebody else's doing. */
    private static boolean isEdited(Optional<Standing> before, ObjectMeta metadata) {
        return before.filter(standing ->
                        standing.outcome().isSynced() && standing.inputs().equals(Inputs.of(metadata)))
                .isPresent();
    }

    private Situation situation(
            SealedSecretResource sealed,
            SecretSighting sighting,
            Optional<Standing> before,
            Recollection recollection) {
        boolean blocked = before.map(standing -> standing.outcome().isBlocked()).orElse(false);
        return new Situation(
                sighting,
                before.map(Standing::secret).orElseGet(() -> recollection.facts(sighting)),
                before.map(standing -> standing.remembered().record())
                        .filter(record -> !record.isEmpty())
                        .orElseGet(recollection::text),
                appliedGeneration(sealed, before) == sealed.metadata().generation(),
                !blocked || grace.isOver(sealed.key()));
    }

    /** The generation of the spec that the Secret has, as far as is known; at start the status says so. */
    private static long appliedGeneration(SealedSecretResource sealed, Optional<Standing> before) {
        long generation = sealed.metadata().generation();
        return before.map(Standing::appliedGeneration)
                .orElseGet(() -> SyncStatus.saysApplied(sealed.getStatus(), generation) ? generation : 0L);
    }

    /** Brings the status in order and remembers where the SealedSecret stands. */
    private Optional<Duration> reportStatus(SealedSecretResource sealed, Standing standing) {
        ObjectMeta metadata = sealed.metadata();
        boolean parked = standing.settled() && !standing.outcome().isSynced();
        StatusResult result = reporter.status(
                sealed,
                new SyncStatus(
                        metadata.generation(),
                        standing.outcome(),
                        parked,
                        standing.remembered().record(),
                        standing.remembered().openedBy()));
        if (result instanceof StatusResult.Failed) {
            Attempts counted = standing.attempts().plus(RetryClass.TRANSIENT);
            memory.put(sealed.key(), standing.unreported(counted));
            return retries.next(RetryClass.TRANSIENT, counted.passing());
        }
        memory.put(sealed.key(), standing.reported(metadata.resourceVersion()));
        return Optional.empty();
    }
}
