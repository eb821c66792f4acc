package dev.sealedsecrets.controller.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which events were sent, so that equal ones are counted up and floods are dropped: about 25 per object at once, then one
 * in five minutes. Remembers the most recent objects only. For one thread.
 */
final class EventLedger {
    private static final int REMEMBERED = 4_096;
    private static final int BURST = 25;
    private static final Duration REFILL = Duration.ofMinutes(5);
    private static final int LONGEST_NAME = 253;

    /**
     * An event to send.
     *
     * @param name of the event
     * @param count how often it happened; 1: the event is new
     */
    record Entry(String name, int count, Instant first) {}

    private record Sent(Notice notice, Entry entry) {}

    /** What an object may still cause. */
    private record Allowance(double tokens, Instant at) {}

    private final Map<String, Sent> sent = recentlyUsed();
    private final Map<String, Allowance> allowances = recentlyUsed();
    private long lastSuffix;

    /** The event to send for a notice; empty: too many for this object. */
    Optional<Entry> enter(Notice notice, Instant now) {
        if (!spend(notice.uid(), now)) {
            return Optional.empty();
        }
        String slot = notice.uid() + "/" + notice.reason();
        Sent before = sent.get(slot);
        Entry entry = before != null && before.notice().isLike(notice)
                ? new Entry(
                        before.entry().name(),
                        before.entry().count() + 1,
                        before.entry().first())
                : new Entry(nameOf(notice, now), 1, now);
        sent.put(slot, new Sent(notice, entry));
        return Optional.of(entry);
    }

    /** The event of a notice has gone, or was never stored: the next one like it is new. */
    void forget(Notice notice) {
        sent.remove(notice.uid() + "/" + notice.reason());
    }

    private boolean spend(String uid, Instant now) {
        Allowance before = allowances.getOrDefault(uid, new Allowance(BURST, now));
        double refilled = (double) Duration.between(before.at(), now).toMillis() / REFILL.toMillis();
        double tokens = Math.min(BURST, before.tokens() + refilled);
        boolean enough = tokens >= 1;
        allowances.put(uid, new Allowance(enough ? tokens - 1 : tokens, now));
        return enough;
    }

    private String nameOf(Notice notice, Instant now) {
        long nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
        lastSuffix = Math.max(lastSuffix + 1, nanos);
        String suffix = "." + Long.toHexString(lastSuffix);
        String name = notice.key().name();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - suffix.length())) + suffix;
    }

    private static <V> Map<String, V> recentlyUsed() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
