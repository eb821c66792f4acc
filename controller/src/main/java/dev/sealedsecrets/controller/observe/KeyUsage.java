package dev.sealedsecrets.controller.observe;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many items of all SealedSecrets each sealing key opened, and how many nobody knows about: with none of these, a key without any
 * opens nothing in the cluster. Added up when the series are read.
 */
final class KeyUsage {
    private static final String UNKNOWN = "unknown";

    private final Map<String, Map<String, Integer>> byObject = new ConcurrentHashMap<>();

    KeyUsage(String name, Series series) {
        series.gauge(
                name,
                "Items of SealedSecrets by the sealing key that opened them.",
                callback -> totals().forEach((key, items) -> callback.call(items, key)),
                "fingerprint");
    }

    /** Replaces what is known of one object. */
    void set(String object, Map<String, Integer> items) {
        byObject.put(object, Map.copyOf(items));
    }

    /** Nothing says which keys opened the items of an object; what was known before stays. */
    void setUnknown(String object, int items) {
        if (items > 0) {
            byObject.putIfAbsent(object, Map.of(UNKNOWN, items));
        }
    }

    /** The object has gone. */
    void remove(String object) {
        byObject.remove(object);
    }

    void clear() {
        byObject.clear();
    }

    private Map<String, Integer> totals() {
        Map<String, Integer> totals = new TreeMap<>();
        byObject.values().forEach(items -> items.forEach((key, count) -> totals.merge(key, count, Integer::sum)));
        return totals;
    }
}
