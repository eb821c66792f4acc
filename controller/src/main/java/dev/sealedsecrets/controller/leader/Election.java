package dev.sealedsecrets.controller.leader;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.LeaseRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One replica's part in the election of the leader.
 *
 * <p>Guarantees: at no time may two replicas write, as long as their monotonic clocks run at the same rate and a write takes less
 * than the lease's duration minus the renew deadline; a later one is stopped by the version that it names. The leader counts its
 * deadline from before it sent the renewal, the others count from after they saw it. What the wall clocks say does not matter.
 *
 * <p>{@link #step} is for one thread; {@link #mayWrite} for all.
 */
final class Election {
    private final LeaseStore store;
    private final String identity;
    private final ElectionTimes times;
    private final LongSupplier nanoTime;
    private final InstantSource clock;

    private @Nullable LeaseRecord seen;
    private long seenAt;
    private boolean everAllowed;
    private volatile boolean held;
    private volatile long renewedAt;
    private volatile boolean alone;

    /**
     * @param identity of this replica, unlike that of any other that ever was
     * @param nanoTime monotonic time in nanoseconds
     * @param clock for the times that people read in the lease
     */
    Election(LeaseStore store, String identity, ElectionTimes times, LongSupplier nanoTime, InstantSource clock) {
        this.store = store;
        this.identity = identity;
        this.times = times;
        this.nanoTime = nanoTime;
        this.clock = clock;
    }

    /** Whether this replica leads now. */
    boolean mayWrite() {
        boolean inTime =
                nanoTime.getAsLong() - renewedAt < times.renewDeadline().toNanos();
        return alone || (held && inTime);
    }

    /**
     * Whether there are no rights on leases, so that there is no election: this is the only replica, or has to be. Rights that come
     * later begin one.
     */
    boolean isAlone() {
        return alone;
    }

    /** Renews the lease, takes it if it is free, or looks whether it is. */
    void step() throws ApiFailure {
        long before = nanoTime.getAsLong();
        try {
            Optional<LeaseRecord> found = store.find();
            everAllowed = true;
            alone = false;
            if (found.isEmpty()) {
                lead(store.create(claim("", 0)), before);
            } else if (found.get().holder().equals(identity)) {
                lead(store.update(renewal(found.get())), before);
            } else if (isFree(found.get())) {
                lead(store.update(claim(found.get().version(), found.get().transitions() + 1)), before);
            } else {
                held = false;
            }
        } catch (ApiFailure e) {
            if (e.kind() == ApiFailure.Kind.FORBIDDEN && !everAllowed) {
                alone = true;
                return;
            }
            if (e.kind() != ApiFailure.Kind.CONFLICT) {
                throw e;
            }
            // Somebody else was faster: the next step sees who.
        }
    }

    /** Gives up the lease, so that another replica need not wait for its end. */
    void release() throws ApiFailure {
        LeaseRecord last = seen;
        if (!held || last == null) {
            return;
        }
        held = false;
        store.update(new LeaseRecord(
                last.version(), "", ChronoUnit.SECONDS.getDuration(), last.acquired(), now(), last.transitions()));
    }

    private void lead(LeaseRecord written, long since) {
        seen = written;
        renewedAt = since;
        held = true;
    }

    private boolean isFree(LeaseRecord found) {
        if (seen == null || !seen.version().equals(found.version())) {
            seen = found;
            seenAt = nanoTime.getAsLong();
        }
        return found.holder().isEmpty()
                || nanoTime.getAsLong() - seenAt >= found.duration().toNanos();
    }

    private LeaseRecord claim(String version, int transitions) {
        return new LeaseRecord(version, identity, times.lease(), now(), now(), transitions);
    }

    private LeaseRecord renewal(LeaseRecord found) {
        return new LeaseRecord(found.version(), identity, times.lease(), found.acquired(), now(), found.transitions());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
