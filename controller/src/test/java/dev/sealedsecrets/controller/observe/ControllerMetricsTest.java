package dev.sealedsecrets.controller.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.crypto.GeneratedSealingKey;
import dev.sealedsecrets.crypto.KeySpec;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ControllerMetricsTest {
    private final ControllerMetrics metrics = new ControllerMetrics("1.2.3", false);

    @Test
    void countersAndDurationsWithoutLabelsAreThereFromTheStart() {
        assertThat(lines())
                .contains(
                        "sealed_secrets_controller_queue_latency_seconds_count 0",
                        "sealed_secrets_controller_unseal_duration_seconds_count 0");
        assertThat(lines().stream().filter(line -> !line.contains("_seconds")))
                .containsExactly(
                        "# HELP sealed_secrets_controller_build_info Build information.",
                        "# TYPE sealed_secrets_controller_build_info gauge",
                        "sealed_secrets_controller_build_info{revision=\"1.2.3\"} 0.0",
                        "# HELP sealed_secrets_controller_rsa_operations_total Private key operations, for unsealing, verifying and rotating.",
                        "# TYPE sealed_secrets_controller_rsa_operations_total counter",
                        "sealed_secrets_controller_rsa_operations_total 0.0",
                        "# HELP sealed_secrets_controller_template_limits_total Renderings that were stopped by a limit.",
                        "# TYPE sealed_secrets_controller_template_limits_total counter",
                        "sealed_secrets_controller_template_limits_total 0.0",
                        "# HELP sealed_secrets_controller_unseal_requests_total Total number of sealed secret unseal requests",
                        "# TYPE sealed_secrets_controller_unseal_requests_total counter",
                        "sealed_secrets_controller_unseal_requests_total 0.0",
                        "# HELP sealed_secrets_controller_unseal_retries_total Failed passes that are tried again.",
                        "# TYPE sealed_secrets_controller_unseal_retries_total counter",
                        "sealed_secrets_controller_unseal_retries_total 0.0");
    }

    @Test
    void theQueueIsShownAsItIs() {
        AtomicInteger depth = new AtomicInteger(7);
        metrics.queueDepth(depth::get);
        assertThat(lines()).contains("sealed_secrets_controller_queue_depth 7.0");
        depth.set(0);
        metrics.queued(Duration.ofMillis(30));
        assertThat(lines())
                .contains(
                        "sealed_secrets_controller_queue_depth 0.0",
                        "sealed_secrets_controller_queue_latency_seconds_bucket{le=\"0.025\"} 0",
                        "sealed_secrets_controller_queue_latency_seconds_bucket{le=\"0.05\"} 1",
                        "sealed_secrets_controller_queue_latency_seconds_sum 0.03");
    }

    @Test
    void passesAreTimed() {
        metrics.unsealTook(Duration.ofSeconds(2));
        metrics.unsealRetried();
        assertThat(lines())
                .contains(
                        "sealed_secrets_controller_unseal_duration_seconds_bucket{le=\"1.0\"} 0",
                        "sealed_secrets_controller_unseal_duration_seconds_bucket{le=\"2.5\"} 1",
                        "sealed_secrets_controller_unseal_retries_total 1.0");
    }

    @Test
    void keysHaveTheDatesOfTheirCertificates() {
        GeneratedSealingKey key = GeneratedSealingKey.generate(
                new KeySpec(2048, Duration.ofSeconds(100), ""),
                () -> Instant.ofEpochSecond(1_000_000_000),
                new SecureRandom());
        metrics.keys(() -> List.of(key.certificate()));
        String labels = "{fingerprint=\"" + key.certificate().fingerprint().text() + "\"}";
        assertThat(lines())
                .contains(
                        "sealed_secrets_controller_key_not_before_timestamp_seconds" + labels + " 1.0E9",
                        "sealed_secrets_controller_key_not_after_timestamp_seconds" + labels + " 1.0000001E9");
    }

    @Test
    void passesAreCounted() {
        metrics.unsealRequested();
        metrics.unsealRequested();
        assertThat(lines()).contains("sealed_secrets_controller_unseal_requests_total 2.0");
    }

    @Test
    void errorsAreCountedByReasonAndNamespace() {
        metrics.unsealFailed(UnsealErrorReason.UNMANAGED, "ns");
        metrics.unsealFailed(UnsealErrorReason.FETCH, "");
        assertThat(lines())
                .contains(
                        "# HELP sealed_secrets_controller_unseal_errors_total Total number of sealed secret unseal errors by reason",
                        "# TYPE sealed_secrets_controller_unseal_errors_total counter",
                        "sealed_secrets_controller_unseal_errors_total{namespace=\"ns\",reason=\"unmanaged\"} 1.0",
                        "sealed_secrets_controller_unseal_errors_total{namespace=\"\",reason=\"fetch\"} 1.0");
    }

    @Test
    void aConditionIsPlusOrMinusOne() {
        metrics.condition("ns", "good", "app", true);
        metrics.condition("ns", "bad", "", false);
        assertThat(lines())
                .contains(
                        "# HELP sealed_secrets_controller_condition_info Current SealedSecret condition status."
                                + " Values are -1 (false), 0 (unknown or absent), 1 (true)",
                        "# TYPE sealed_secrets_controller_condition_info gauge",
                        condition("good", "app") + " 1.0",
                        condition("bad", "") + " -1.0");
    }

    @Test
    void aChangedInstanceLabelLeavesNoSeriesBehind() {
        metrics.condition("ns", "s", "one", true);
        metrics.condition("ns", "s", "two", true);
        assertThat(lines()).contains(condition("s", "two") + " 1.0").noneMatch(line -> line.contains("\"one\""));
    }

    @Test
    void aConditionGoesWithItsObject() {
        metrics.condition("ns", "s", "one", true);
        metrics.conditionGone("ns", "s");
        metrics.conditionGone("ns", "never-there");
        assertThat(lines()).noneMatch(line -> line.contains("condition_info"));
    }

    @Test
    void conditionsCanBeLeftOut() {
        ControllerMetrics silent = new ControllerMetrics("1.2.3", true);
        silent.condition("ns", "s", "", true);
        assertThat(Exposition.of(silent, null).text()).doesNotContain("condition_info");
    }

    @Test
    void requestsAreCountedAndTimed() {
        metrics.httpAnswered("/v1/verify", HttpMethodLabel.of("POST"), 429, Duration.ofMillis(20));
        assertThat(lines())
                .contains(
                        "# HELP sealed_secrets_controller_http_requests_total A counter for requests to the wrapped handler.",
                        "# TYPE sealed_secrets_controller_http_requests_total counter",
                        "sealed_secrets_controller_http_requests_total{code=\"429\",method=\"post\",path=\"/v1/verify\"} 1.0",
                        "# HELP sealed_secrets_controller_http_request_duration_seconds A histogram of latencies for requests.",
                        "# TYPE sealed_secrets_controller_http_request_duration_seconds histogram",
                        bucket("0.01") + " 0",
                        bucket("0.025") + " 1",
                        bucket("10.0") + " 1",
                        bucket("+Inf") + " 1",
                        "sealed_secrets_controller_http_request_duration_seconds_count{method=\"post\",path=\"/v1/verify\"} 1");
    }

    @Test
    void aMethodThatNobodyKnowsMakesNoSeriesOfItsOwn() {
        assertThat(HttpMethodLabel.of("BREW")).isEqualTo(HttpMethodLabel.UNKNOWN);
        assertThat(HttpMethodLabel.of("get")).isEqualTo(HttpMethodLabel.GET);
    }

    @Test
    void theProcessIsMeasured() {
        assertThat(Exposition.of(metrics, null).text())
                .contains("process_cpu_seconds_total ", "process_start_time_seconds ", "jvm_memory_used_bytes");
    }

    private List<String> lines() {
        return Exposition.of(metrics, null)
                .text()
                .lines()
                .filter(line -> line.contains("sealed_secrets_controller_"))
                .toList();
    }

    private static String condition(String name, String instance) {
        return "sealed_secrets_controller_condition_info{condition=\"Synced\",name=\"" + name
                + "\",namespace=\"ns\",ss_app_kubernetes_io_instance=\"" + instance + "\"}";
    }

    private static String bucket(String bound) {
        return "sealed_secrets_controller_http_request_duration_seconds_bucket{method=\"post\",path=\"/v1/verify\",le=\""
                + bound + "\"}";
    }

    @Test
    void itemsAreCountedByTheirKeyAndTheUnknownOnesApart() {
        metrics.keysInUse("ns", "a", Map.of("SHA256:x", 2, "SHA256:y", 1), 3);
        metrics.keysInUse("ns", "b", Map.of("SHA256:x", 1), 1);
        metrics.keysInUse("ns", "c", Map.of(), 4);
        metrics.keysInUse("ns", "empty", Map.of(), 0);
        metrics.keysInUse("ns", "b", Map.of(), 1);
        assertThat(lines())
                .contains(
                        "sealed_secrets_controller_items_sealed_with{fingerprint=\"SHA256:x\"} 3.0",
                        "sealed_secrets_controller_items_sealed_with{fingerprint=\"SHA256:y\"} 1.0",
                        "sealed_secrets_controller_items_sealed_with{fingerprint=\"unknown\"} 4.0");

        metrics.conditionGone("ns", "a");
        assertThat(lines())
                .contains("sealed_secrets_controller_items_sealed_with{fingerprint=\"SHA256:x\"} 1.0")
                .noneMatch(line -> line.contains("SHA256:y"));
    }
}
