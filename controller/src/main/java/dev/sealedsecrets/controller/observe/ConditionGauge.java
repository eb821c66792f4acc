package dev.sealedsecrets.controller.observe;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code condition_info}: one sample per SealedSecret, 1 when Synced is True and -1 when it is False.
 *
 * <p>The instance label can change while the object lives; the sample with the old one is removed, so that an object
 * never has two.
 */
final class ConditionGauge {
    private static final String SYNCED = "Synced";

    private record ObjectName(String namespace, String name) {}

    private final Gauge gauge;
    private final boolean silent;
    private final Map<ObjectName, String> instances = new HashMap<>();

    /** @param silent true: nothing is ever recorded */
    ConditionGauge(String name, PrometheusRegistry registry, boolean silent) {
        this.silent = silent;
        this.gauge = Gauge.builder()
                .name(name)
                .help("Current SealedSecret condition status. Values are -1 (false), 0 (unknown or absent), 1 (true)")
                .labelNames("namespace", "name", "condition", "ss_app_kubernetes_io_instance")
                .register(registry);
    }

    synchronized void set(String namespace, String name, String instance, boolean synced) {
        if (silent) {
            return;
        }
        String before = instances.put(new ObjectName(namespace, name), instance);
        if (before != null && !before.equals(instance)) {
            gauge.remove(namespace, name, SYNCED, before);
        }
        gauge.labelValues(namespace, name, SYNCED, instance).set(synced ? 1 : -1);
    }

    synchronized void clear() {
        gauge.clear();
        instances.clear();
    }

    synchronized void remove(String namespace, String name) {
        String instance = instances.remove(new ObjectName(namespace, name));
        if (instance != null) {
            gauge.remove(namespace, name, SYNCED, instance);
        }
    }
}
