package dev.sealedsecrets.controller.reconcile;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed object gets its next attempt (compatibility contract, retries).
 *
 * <p>The delay is drawn evenly between 5 ms and a bound that doubles with each attempt, up to a minute, so that objects that
 * failed together do not come back together. Immutable; thread-safe if the generator is.
 */
final class RetryPolicy {
    private static final Duration LEAST = Duration.ofMillis(5);
    private static final Duration MOST = Duration.ofMinutes(1);
    /** From here on the bound is {@link #MOST}. */
    private static final int LAST_DOUBLING = 14;

    private final int maxRetries;
    private final RandomGenerator random;

    /** @param maxRetries attempts after the first for failures that time does not heal; negative: none */
    RetryPolicy(int maxRetries, RandomGenerator random) {
        this.maxRetries = Math.max(0, maxRetries);
        this.random = random;
    }

    /**
     * The delay before the next attempt; empty: no further attempt, the object is parked.
     *
     * @param attempts how many attempts of this class failed in a row, at least 1
     */
    Optional<Duration> next(RetryClass retryClass, int attempts) {
        return switch (retryClass) {
            case TRANSIENT -> Optional.of(delay(attempts));
            case PERMANENT -> attempts > maxRetries ? Optional.empty() : Optional.of(delay(attempts));
            case HOPELESS -> Optional.empty();
        };
    }

    private Duration delay(int attempts) {
        long least = LEAST.toNanos();
        long bound = Math.min(MOST.toNanos(), least << Math.min(attempts, LAST_DOUBLING));
        return Duration.ofNanos(random.nextLong(least, bound + 1));
    }
}
