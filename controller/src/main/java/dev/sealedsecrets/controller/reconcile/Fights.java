package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ObjectKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Keeps two writers from restoring their version of a Secret for ever: after some repairs in quick succession the next ones are put
 * off, each longer than the one before. Thread-safe.
 */
final class Fights {
    /** Repairs that follow each other within {@link #QUIET} before one is put off. */
    static final int PATIENCE = 10;

    /** Without a repair for this long, and whatever the pause was, the fight is over. */
    static final Duration QUIET = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int LAST_DOUBLING = 9;

    private record Repairs(int count, long lastNanos) {
        Duration pause() {
            if (count < PATIENCE) {
                return Duration.ZERO;
            }
            Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(count - PATIENCE, LAST_DOUBLING));
            return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }
    }

    private final LongSupplier nanoTime;
    private final Map<ObjectKey, Repairs> repairs = new ConcurrentHashMap<>();

    /** @param nanoTime monotonic time in nanoseconds */
    Fights(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How long the next repair has to wait from now; zero: not at all. */
    Duration pause(ObjectKey key) {
        Repairs known = repairs.get(key);
        if (known == null) {
            return Duration.ZERO;
        }
        Duration left = known.pause().minusNanos(nanoTime.getAsLong() - known.lastNanos());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * A Secret that was in order has been written again.
     *
     * @return whether this repair makes it a fight
     */
    boolean repaired(ObjectKey key) {
        long now = nanoTime.getAsLong();
        Repairs updated = repairs.compute(key, (unused, known) -> {
            boolean goesOn = known != null
                    && now - known.lastNanos() < known.pause().plus(QUIET).toNanos();
            return new Repairs(goesOn ? known.count() + 1 : 1, now);
        });
        return updated.count() == PATIENCE;
    }

    /** The SealedSecret has gone. */
    void forget(ObjectKey key) {
        repairs.remove(key);
    }
}
