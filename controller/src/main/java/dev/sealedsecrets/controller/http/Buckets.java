package dev.sealedsecrets.controller.http;

import java.util.HashMap;
import java.util.Map;

/**
 * The buckets that are not full, by caller. A full one is as good as none, so only callers of the last moments take
 * memory, and at most {@link #CAPACITY} of them: while there are more, further callers are refused. Not thread-safe.
 */
final class Buckets<K> {
    static final int CAPACITY = 10_000;
    private static final long RETRY_WHEN_CROWDED_NANOS = 1_000_000_000;

    private final Map<K, Long> fullAt = new HashMap<>();

    /** What the caller's bucket says to one more request; nothing is taken from it yet. */
    Quota.Draw draw(K caller, Quota quota, long now) {
        Long known = fullAt.get(caller);
        if (known == null && isCrowded(now)) {
            return new Quota.Draw(false, now, quota.limit(), 0, RETRY_WHEN_CROWDED_NANOS, RETRY_WHEN_CROWDED_NANOS);
        }
        return quota.draw(known == null ? now : known, now);
    }

    /** Takes from the caller's bucket what was drawn. */
    void take(K caller, Quota.Draw draw) {
        fullAt.put(caller, draw.fullAt());
    }

    int size() {
        return fullAt.size();
    }

    private boolean isCrowded(long now) {
        if (fullAt.size() < CAPACITY) {
            return false;
        }
        fullAt.values().removeIf(time -> time - now <= 0);
        return fullAt.size() >= CAPACITY;
    }
}
