package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ObjectKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Keeps a SealedSecret from taking the place of somebody else's Secret the moment it is deleted: whoever replaces it that
 * way must get the time to do so (compatibility contract, triggers). Thread-safe.
 */
final class Grace {
    static final Duration PERIOD = Duration.ofMillis(500);

    private final LongSupplier nanoTime;
    private final Map<ObjectKey, Long> absentSince = new ConcurrentHashMap<>();

    /** @param nanoTime monotonic time in nanoseconds */
    Grace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether the Secret that was in the way has been away long enough. Not so before {@link #absent} was called. */
    boolean isOver(ObjectKey key) {
        Long since = absentSince.get(key);
        return since != null && nanoTime.getAsLong() - since >= PERIOD.toNanos();
    }

    /** The Secret that was in the way is absent now. */
    void absent(ObjectKey key) {
        absentSince.putIfAbsent(key, nanoTime.getAsLong());
    }

    /** There is a Secret, or no need for one. */
    void end(ObjectKey key) {
        absentSince.remove(key);
    }
}
