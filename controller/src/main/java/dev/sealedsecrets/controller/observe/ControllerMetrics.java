package dev.sealedsecrets.controller.observe;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The series that dashboards and alert rules of the original address, one method per event.
 *
 * <p>Names, labels, help texts and life of the series are interface. Safe for use by several threads. A registry of
 * its own, so that two controllers in one process do not meet.
 */
public final class ControllerMetrics {
    private static final String PREFIX = "sealed_secrets_controller_";
    private static final double[] LATENCY_BUCKETS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter unsealRequests;
    private final Counter unsealErrors;
    private final ConditionGauge conditions;
    private final KeyUsage keysInUse;
    private final Counter drift;
    private final Counter rsaOperations;
    private final Counter httpRequests;
    private final Histogram httpDurations;

    /**
     * @param revision what {@code build_info} names: the version of the program
     * @param omitSecretLabels true: {@code condition_info}, which names each SealedSecret, never appears
     */
    public ControllerMetrics(String revision, boolean omitSecretLabels) {
        Gauge.builder()
                .name(PREFIX + "build_info")
                .help("Build information.")
                .labelNames("revision")
                .register(registry)
                .initLabelValues(revision);
        unsealRequests = Counter.builder()
                .name(PREFIX + "unseal_requests_total")
                .help("Total number of sealed secret unseal requests")
                .register(registry);
        unsealErrors = Counter.builder()
                .name(PREFIX + "unseal_errors_total")
                .help("Total number of sealed secret unseal errors by reason")
                .labelNames("reason", "namespace")
                .register(registry);
        keysInUse = new KeyUsage(PREFIX + "items_sealed_with", registry);
        drift = Counter.builder()
                .name(PREFIX + "drift_total")
                .help("Edits and deletions of Secrets that were in order, by what was done about them.")
                .labelNames("action", "namespace")
                .register(registry);
        rsaOperations = Counter.builder()
                .name(PREFIX + "rsa_operations_total")
                .help("Private key operations, for unsealing, verifying and rotating.")
                .register(registry);
        conditions = new ConditionGauge(PREFIX + "condition_info", registry, omitSecretLabels);
        httpRequests = Counter.builder()
                .name(PREFIX + "http_requests_total")
                .help("A counter for requests to the wrapped handler.")
                .labelNames("code", "method", "path")
                .register(registry);
        httpDurations = Histogram.builder()
                .name(PREFIX + "http_request_duration_seconds")
                .help("A histogram of latencies for requests.")
                .labelNames("method", "path")
                .classicOnly()
                .classicUpperBounds(LATENCY_BUCKETS)
                .register(registry);
        JvmMetrics.builder().register(registry);
    }

    /** A pass over one SealedSecret starts: also one per retry and per deletion. */
    public void unsealRequested() {
        unsealRequests.inc();
    }

    /**
     * A pass failed.
     *
     * @param namespace of the SealedSecret; empty for {@link UnsealErrorReason#FETCH}
     */
    public void unsealFailed(UnsealErrorReason reason, String namespace) {
        unsealErrors.labelValues(reason.text(), namespace).inc();
    }

    /**
     * Which sealing keys opened the items of a SealedSecret.
     *
     * @param opened number of items by fingerprint of the key; empty: nothing says so
     * @param items how many items there are
     */
    public void keysInUse(String namespace, String name, Map<String, Integer> opened, int items) {
        String object = namespace + "/" + name;
        if (opened.isEmpty()) {
            keysInUse.setUnknown(object, items);
        } else {
            keysInUse.set(object, opened);
        }
    }

    /** A Secret that was in order was edited or deleted; it was restored, or that was reported. */
    public void drifted(String namespace, boolean restored) {
        drift.labelValues(restored ? "restored" : "reported", namespace).inc();
    }

    /** A private key is used: what unsealing spends its time on. */
    public void rsaOperation() {
        rsaOperations.inc();
    }

    /**
     * The condition Synced of a SealedSecret is in its status.
     *
     * @param instance its label {@code app.kubernetes.io/instance}, or empty
     */
    public void condition(String namespace, String name, String instance, boolean synced) {
        conditions.set(namespace, name, instance, synced);
    }

    /** The SealedSecret has gone: its series go too. */
    public void conditionGone(String namespace, String name) {
        conditions.remove(namespace, name);
        keysInUse.remove(namespace + "/" + name);
    }

    /** Another replica reconciles: the series of all SealedSecrets are its own. */
    public void conditionsGone() {
        conditions.clear();
        keysInUse.clear();
    }

    /** Shows whether this replica leads, as it is when the series are read. Without an election the series does not appear. */
    public void leader(BooleanSupplier leads) {
        GaugeWithCallback.builder()
                .name(PREFIX + "leader")
                .help("Whether this replica leads: reconciles and makes keys.")
                .callback(callback -> callback.call(leads.getAsBoolean() ? 1 : 0))
                .register(registry);
    }

    /**
     * A request to a public endpoint was answered.
     *
     * @param path the endpoint as registered, never what the caller sent
     */
    public void httpAnswered(String path, HttpMethodLabel method, int status, Duration latency) {
        httpRequests.labelValues(Integer.toString(status), method.text(), path).inc();
        httpDurations.labelValues(method.text(), path).observe(latency.toNanos() / 1e9);
    }

    /** The registry to expose. */
    public PrometheusRegistry registry() {
        return registry;
    }
}
