package dev.sealedsecrets.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sealedsecrets.controller.cluster.ClusterClients;
import dev.sealedsecrets.crypto.GeneratedSealingKey;
import dev.sealedsecrets.crypto.KeySpec;
import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.Sealer;
import dev.sealedsecrets.crypto.SealingCertificate;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program against an API server in memory: what no part can show alone. */
@EnableKubernetesMockClient(crud = true)
class ControllerProgramTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // set by the extension
    private KubernetesClient client;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path serviceAccount;

    @Test
    void withoutAnApiServerItIsAliveAndNotReadyAndServesNoCertificate() throws Exception {
        Config nobody = new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:9")
                .build();
        try (ControllerProgram program = program(nobody)) {
            program.start();
            assertThat(get(program.port(), "/healthz").statusCode()).isEqualTo(200);
            assertThat(get(program.port(), "/v1/cert.pem").statusCode()).isEqualTo(500);
            HttpResponse<String> readiness = get(program.metricsPort(), "/readyz");
            assertThat(readiness.statusCode()).isEqualTo(503);
            assertThat(readiness.body()).isEqualTo("not ready: no sealing keys yet\n");
        }
    }

    @Test
    void itMakesItsFirstKeyServesItAndMakesAnotherOnRequest() throws Exception {
        try (ControllerProgram program = program(client.getConfiguration())) {
            program.start();
            await().atMost(PATIENCE)
                    .until(() -> get(program.metricsPort(), "/readyz").statusCode() == 200);
            SealingCertificate first = certificate(program);
            assertThat(first.isExpired(InstantSource.system().instant())).isFalse();
            String sealed = sealed(first);
            assertThat(post(program, "/v1/verify", sealed).statusCode()).isEqualTo(200);
            program.makeKey();
            await().atMost(PATIENCE)
                    .until(() -> !certificate(program).fingerprint().equals(first.fingerprint()));
            assertThat(client.secrets().inNamespace("sealing").list().getItems())
                    .hasSize(2);
            HttpResponse<String> rotated = post(program, "/v1/rotate", sealed);
            assertThat(rotated.statusCode()).isEqualTo(200);
            assertThat(rotated.body()).isNotEqualTo(sealed);
            assertThat(post(program, "/v1/verify", rotated.body()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatWasSealedForAnotherKeyIsNeitherVerifiedNorRotated() throws Exception {
        SealingCertificate strange = GeneratedSealingKey.generate(
                        new KeySpec(2048, Duration.ofDays(1), ""), InstantSource.system(), RANDOM)
                .certificate();
        try (ControllerProgram program = program(client.getConfiguration())) {
            program.start();
            // Not before the watches are there: the server in memory does not end while one is being opened.
            await().atMost(PATIENCE)
                    .until(() -> get(program.metricsPort(), "/readyz").statusCode() == 200);
            assertThat(post(program, "/v1/verify", sealed(strange)).statusCode())
                    .isEqualTo(409);
            assertThat(post(program, "/v1/rotate", sealed(strange)).statusCode())
                    .isEqualTo(500);
        }
    }

    private SealingCertificate certificate(ControllerProgram program) throws Exception {
        return SealingCertificate.parse(get(program.port(), "/v1/cert.pem").body());
    }

    private static String sealed(SealingCertificate certificate) {
        String item = new Sealer(RANDOM)
                .seal("value".getBytes(StandardCharsets.UTF_8), Label.of("ns/s"), certificate.publicKey())
                .toBase64();
        return """
                {"apiVersion":"bitnami.com/v1alpha1","kind":"SealedSecret","metadata":{"name":"s","namespace":"ns"},\
                "spec":{"encryptedData":{"item":"%s"}}}""".formatted(item);
    }

    private HttpResponse<String> post(ControllerProgram program, String path, String body)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + program.port() + path);
        return http.send(
                HttpRequest.newBuilder(uri)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private ControllerProgram program(Config config) throws Exception {
        ControllerOptions options = ControllerOptions.of(
                List.of("--key-size=2048", "--listen-addr=127.0.0.1:0", "--listen-metrics-addr=127.0.0.1:0"));
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        ControllerEnvironment environment = new ControllerEnvironment(
                Map.of("POD_NAMESPACE", "sealing"),
                serviceAccount,
                nowhere,
                nowhere,
                InstantSource.system(),
                RANDOM,
                System::nanoTime);
        return new ControllerProgram(options, environment, ClusterClients.of(config));
    }
}
