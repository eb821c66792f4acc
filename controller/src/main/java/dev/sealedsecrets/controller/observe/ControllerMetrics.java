package dev.sealedsecrets.controller.observe;

import dev.sealedsecrets.crypto.SealingCertificate;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The series that dashboards and alert rules of the original address, and those of our own, one method per event.
 *
 * <p>Names, labels, help texts and life of the series are interface. Safe for use by several threads. A registry of
 * its own, so that two controllers in one process do not meet.
 */
public final class ControllerMetrics {
    private static final String FINGERPRINT = "fingerprint";
    private static final String NAMESPACE = "namespace";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Series series = new Series(registry);
    private final Counter unsealRequests;
    private final Counter unsealErrors;
    private final Counter unsealRetries;
    private final Histogram unsealDurations;
    private final Histogram queueLatencies;
    private final ConditionGauge conditions;
    private final KeyUsage keysInUse;
    private final Counter drift;
    private final Counter workloadRestarts;
    private final Counter rsaOperations;
    private final Counter templateLimits;
    private final Counter httpRequests;
    private final Histogram httpDurations;

    /**
     * Registers what is there from the start.
     *
     * @param revision what {@code build_info} names: the version of the program
     * @param omitSecretLabels true: {@code condition_info}, which names each SealedSecret, never appears
     */
    public ControllerMetrics(String revision, boolean omitSecretLabels) {
        series.gauge("build_info", "Build information.", callback -> callback.call(0, revision), "revision");
        unsealRequests = series.counter("unseal_requests_total", "Total number of sealed secret unseal requests");
        unsealErrors = series.counter(
                "unseal_errors_total", "Total number of sealed secret unseal errors by reason", "reason", NAMESPACE);
        unsealRetries = series.counter("unseal_retries_total", "Failed passes that are tried again.");
        unsealDurations = series.seconds(
                "unseal_duration_seconds",
                "How long a pass over a SealedSecret took: unsealing, and writing Secret and status.");
        queueLatencies =
                series.seconds("queue_latency_seconds", "How long SealedSecrets waited until a pass over them began.");
        keysInUse = new KeyUsage("items_sealed_with", series);
        drift = series.counter(
                "drift_total",
                "Edits and deletions of Secrets that were in order, by what was done about them.",
                "action",
                NAMESPACE);
        workloadRestarts = series.counter(
                "workload_restarts_total",
                "Workloads that were restarted because a Secret's values changed.",
                NAMESPACE,
                "kind");
        rsaOperations = series.counter(
                "rsa_operations_total", "Private key operations, for unsealing, verifying and rotating.");
        templateLimits = series.counter("template_limits_total", "Renderings that were stopped by a limit.");
        conditions = new ConditionGauge(Series.name("condition_info"), registry, omitSecretLabels);
        httpRequests = series.counter(
                "http_requests_total", "A counter for requests to the wrapped handler.", "code", "method", "path");
        httpDurations = series.seconds(
                "http_request_duration_seconds", "A histogram of latencies for requests.", "method", "path");
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

    /** A pass failed and is tried again. */
    public void unsealRetried() {
        unsealRetries.inc();
    }

    /** A pass has ended, well or not. */
    public void unsealTook(Duration duration) {
        unsealDurations.observe(seconds(duration));
    }

    /** Shows how many SealedSecrets wait for a pass, as it is when the series are read. */
    public void queueDepth(IntSupplier depth) {
        series.gauge("queue_depth", "SealedSecrets that wait for a pass.", callback -> callback.call(depth.getAsInt()));
    }

    /** A SealedSecret waited so long until a pass over it began. */
    public void queued(Duration latency) {
        queueLatencies.observe(seconds(latency));
    }

    /** A template was stopped by a limit. */
    public void templateLimitMet() {
        templateLimits.inc();
    }

    /** Shows since when and until when the certificates of the sealing keys are valid, as it is when the series are read. */
    public void keys(Supplier<List<SealingCertificate>> certificates) {
        timesOfKeys(
                "key_not_before_timestamp_seconds",
                "Since when the certificate of each sealing key is valid: when the key was made.",
                certificates,
                SealingCertificate::notBefore);
        timesOfKeys(
                "key_not_after_timestamp_seconds",
                "Until when the certificate of each sealing key is valid. The key opens longer.",
                certificates,
                SealingCertificate::notAfter);
    }

    private void timesOfKeys(
            String name,
            String help,
            Supplier<List<SealingCertificate>> certificates,
            Function<SealingCertificate, Instant> time) {
        series.gauge(
                name,
                help,
                callback -> certificates
                        .get()
                        .forEach(certificate -> callback.call(
                                (double) time.apply(certificate).getEpochSecond(),
                                certificate.fingerprint().text())),
                FINGERPRINT);
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

    /** A workload was restarted because a Secret's values changed. */
    public void workloadRestarted(String namespace, String kind) {
        workloadRestarts.labelValues(namespace, kind).inc();
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
        series.gauge(
                "leader",
                "Whether this replica leads: reconciles and makes keys.",
                callback -> callback.call(leads.getAsBoolean() ? 1 : 0));
    }

    /**
     * A request to a public endpoint was answered.
     *
     * @param path the endpoint as registered, never what the caller sent
     */
    public void httpAnswered(String path, HttpMethodLabel method, int status, Duration latency) {
        httpRequests.labelValues(Integer.toString(status), method.text(), path).inc();
        httpDurations.labelValues(method.text(), path).observe(seconds(latency));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** The registry to expose. */
    public PrometheusRegistry registry() {
        return registry;
    }
}
