package dev.sealedsecrets.controller.observe;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How many items of all SealedSecrets each sealing key opened: a key without any may go. Added up when the series are read. */
final class KeyUsage {
    private final Map<String, Map<String, Integer>> byObject = new ConcurrentHashMap<>();

    KeyUsage(String name, PrometheusRegistry registry) {
        GaugeWithCallback.builder()
                .name(name)
                .help("Items of SealedSecrets by the sealing key that opened them.")
                .labelNames("fingerprint")
                .callback(callback -> totals().forEach((key, items) -> callback.call(items, key)))
                .register(registry);
    }

    /** Replaces what is known of one object; empty: forgets it. */
    void set(String object, Map<String, Integer> items) {
        if (items.isEmpty()) {
            byObject.remove(object);
        } else {
            byObject.put(object, Map.copyOf(items));
        }
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
