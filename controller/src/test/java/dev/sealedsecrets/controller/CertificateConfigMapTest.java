package dev.sealedsecrets.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.controller.cluster.CallRules;
import dev.sealedsecrets.controller.cluster.ConfigMapApi;
import dev.sealedsecrets.controller.cluster.TokenBucket;
import dev.sealedsecrets.controller.observe.LogSettings;
import dev.sealedsecrets.controller.observe.LogThreshold;
import dev.sealedsecrets.controller.observe.Logging;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient
class CertificateConfigMapTest {
    private static final String MAPS = "/api/v1/namespaces/sealing/configmaps";
    private static final String MAP = MAPS + "/controller-cert";

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Deque<Duration> delays = new ArrayDeque<>();
    private Optional<String> certificate = Optional.of("PEM");

    @SuppressWarnings("NullAway.Init") // set by the extension
    private KubernetesMockServer server;

    @SuppressWarnings("NullAway.Init") // set by the extension
    private KubernetesClient client;

    @Test
    void aMissingOneIsCreated() throws InterruptedException {
        server.expect().post().withPath(MAPS).andReturn(201, map("PEM")).once();
        refresh();
        assertThat(server.takeRequest().getMethod()).isEqualTo("GET");
        var created = server.takeRequest();
        assertThat(created.getMethod()).isEqualTo("POST");
        assertThat(created.getBody().readUtf8())
                .contains("\"name\":\"controller-cert\"", "\"data\":{\"cert.pem\":\"PEM\"}");
        assertThat(tasks).isEmpty();
    }

    @Test
    void anotherCertificateReplacesTheOldOne() throws InterruptedException {
        server.expect().get().withPath(MAP).andReturn(200, map("OLD")).once();
        server.expect().put().withPath(MAP).andReturn(200, map("PEM")).once();
        refresh();
        assertThat(server.takeRequest().getMethod()).isEqualTo("GET");
        var updated = server.takeRequest();
        assertThat(updated.getMethod()).isEqualTo("PUT");
        assertThat(updated.getBody().readUtf8()).contains("\"cert.pem\":\"PEM\"", "\"resourceVersion\":\"7\"");
    }

    @Test
    void theSameCertificateIsNotWrittenAgain() {
        server.expect().get().withPath(MAP).andReturn(200, map("PEM")).once();
        refresh();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void withoutAKeyThereIsNothingToPublish() {
        certificate = Optional.empty();
        refresh();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aConflictIsTriedAgain() {
        server.expect().get().withPath(MAP).andReturn(200, map("OLD")).once();
        server.expect().put().withPath(MAP).andReturn(409, null).once();
        refresh();
        assertThat(tasks).hasSize(1);
        assertThat(delays.getLast()).isPositive();
        server.expect().get().withPath(MAP).andReturn(200, map("PEM")).once();
        tasks.remove().run();
        assertThat(tasks).isEmpty();
    }

    @Test
    void missingRightsAreOneLineAndNoMore() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Logging.configure(new LogSettings(LogSettings.Format.TEXT, LogThreshold.of("INFO"), true), stream, stream);
        server.expect().get().withPath(MAP).andReturn(403, null).times(2);
        CertificateConfigMap configMap = configMap();
        configMap.refresh();
        tasks.remove().run();
        configMap.refresh();
        tasks.remove().run();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.contains("msg=\"The certificate is not published in a ConfigMap\""))
                .singleElement()
                .asString()
                .contains("level=INFO", "name=controller-cert");
        assertThat(tasks).isEmpty();
    }

    private void refresh() {
        configMap().refresh();
        tasks.remove().run();
    }

    private CertificateConfigMap configMap() {
        ConfigMapApi api = new ConfigMapApi(client, CallRules.ofOnlyReplica(new TokenBucket(0, 0, System::nanoTime)));
        return new CertificateConfigMap(api, "sealing", "controller", () -> certificate, (delay, task) -> {
            delays.add(delay);
            tasks.add(task);
        });
    }

    private static ConfigMap map(String certificate) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("sealing")
                .withName("controller-cert")
                .withResourceVersion("7")
                .endMetadata()
                .withData(Map.of("cert.pem", certificate))
                .build();
    }
}
