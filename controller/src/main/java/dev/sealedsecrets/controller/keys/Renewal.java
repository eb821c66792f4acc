package dev.sealedsecrets.controller.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When keys are renewed (compatibility contract, sealing keys). */
final class Renewal {
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);
    private static final int LAST_DOUBLING = 6;

    private Renewal() {}

    /** Whether a key must be made at start: there is none, or the newest is older than the cutoff. */
    static boolean isDueAtStart(Optional<Instant> newest, @Nullable Instant cutoff) {
        return newest.isEmpty() || (cutoff != null && newest.get().isBefore(cutoff));
    }

    /**
     * The time until the first renewal: a period after the newest key was made, at once if that has passed.
     *
     * @param period greater than zero
     */
    static Duration untilFirst(Instant newest, Instant now, Duration period) {
        Duration left = period.minus(Duration.between(newest, now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * The time until a failed attempt is repeated: from seconds to a few minutes.
     *
     * @param failures in a row, at least 1
     */
    static Duration untilRetry(int failures) {
        Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, LAST_DOUBLING));
        return doubled.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : doubled;
    }
}
