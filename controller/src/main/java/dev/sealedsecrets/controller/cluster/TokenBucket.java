package dev.sealedsecrets.controller.cluster;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Limits the rate of API calls: {@code --kubeclient-qps} on average, {@code --kubeclient-burst} at once. Callers wait for
 * their turn in the order they came. Watches are not counted. Thread-safe.
 */
public final class TokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double nanosPerToken;
    private final double capacityNanos;
    private final LongSupplier nanoTime;
    private final LongConsumer sleepNanos;
    /** Time that has been saved up, worth one token per {@link #nanosPerToken}; below zero while callers wait. */
    private double savedNanos;

    private long lastNanos;

    /**
     * @param qps calls per second; zero or less: no limit
     * @param burst calls at once, at least one whatever is given
     * @param nanoTime monotonic time in nanoseconds
     */
    public TokenBucket(double qps, int burst, LongSupplier nanoTime) {
        this(qps, burst, nanoTime, LockSupport::parkNanos);
    }

    TokenBucket(double qps, int burst, LongSupplier nanoTime, LongConsumer sleepNanos) {
        this.nanosPerToken = qps > 0 ? NANOS_PER_SECOND / qps : 0;
        this.capacityNanos = nanosPerToken * Math.max(1, burst);
        this.nanoTime = nanoTime;
        this.sleepNanos = sleepNanos;
        this.savedNanos = capacityNanos;
        this.lastNanos = nanoTime.getAsLong();
    }

    /** Takes one token; waits for it if there is none. */
    public void take() {
        if (nanosPerToken == 0) {
            return;
        }
        long due = nanoTime.getAsLong() + reserve();
        for (long left = due - nanoTime.getAsLong(); left > 0; left = due - nanoTime.getAsLong()) {
            sleepNanos.accept(left);
        }
    }

    /** Books a token that may still have to be saved up, and says how long that takes. */
    private synchronized long reserve() {
        long now = nanoTime.getAsLong();
        savedNanos = Math.min(capacityNanos, savedNanos + (now - lastNanos)) - nanosPerToken;
        lastNanos = now;
        return savedNanos >= 0 ? 0 : (long) -savedNanos;
    }
}
