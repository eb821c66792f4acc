package dev.sealedsecrets.controller.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.sealedsecrets.controller.observe.ControllerMetrics;
import dev.sealedsecrets.controller.observe.Exposition;
import dev.sealedsecrets.crypto.GeneratedSealingKey;
import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.crypto.KeySpec;
import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.Sealer;
import dev.sealedsecrets.resource.ReencryptOutcome;
import dev.sealedsecrets.resource.Reencryptor;
import dev.sealedsecrets.resource.SecretUnsealer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicServerTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final GeneratedSealingKey KEY =
            GeneratedSealingKey.generate(new KeySpec(2048, Duration.ofDays(1), ""), InstantSource.system(), RANDOM);
    private static final Sealer SEALER = new Sealer(RANDOM);

    private final ControllerMetrics metrics = new ControllerMetrics("1", false);
    private volatile boolean keyless;

    @SuppressWarnings("NullAway.Init") // set before each test
    private WebServer server;

    @BeforeEach
    void start() throws CannotListenException {
        KeyRing ring = KeyRing.of(List.of(KEY.key()));
        SecretUnsealer unsealer = new SecretUnsealer(
                (name, text, values) -> {
                    throw new AssertionError("templates must not be rendered");
                },
                true);
        Reencryptor reencryptor = new Reencryptor(SEALER, true);
        PublicFunctions functions = new PublicFunctions(
                () -> keyless ? Optional.empty() : Optional.of(KEY.certificatePem()),
                object -> unsealer.verify(object, ring).isEmpty(),
                object -> reencryptor.reencrypt(object, ring, KEY.key().publicKey())
                                instanceof ReencryptOutcome.Reencrypted done
                        ? Optional.of(done.sealedSecret())
                        : Optional.empty());
        server = new PublicServer(functions, metrics, () -> 0).start(settings(2));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void healthIsOkFromTheStart() {
        keyless = true;
        RawHttp answer = RawHttp.send(server.port(), "GET", "/healthz");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok\n");
        assertThat(metrics()).doesNotContain("healthz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void theCertificateIsServedAsItIs(String method) {
        RawHttp answer = RawHttp.send(server.port(), method, "/v1/cert.pem", "Range: bytes=0-5", "If-None-Match: *");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("application/x-pem-file");
        assertThat(answer.body()).isEqualTo(KEY.certificatePem());
        assertThat(answer.header("Content-Length"))
                .contains(Integer.toString(KEY.certificatePem().length()));
    }

    @Test
    void withoutAKeyThereIsNoCertificate() {
        keyless = true;
        RawHttp answer = RawHttp.send(server.port(), "GET", "/v1/cert.pem");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("cannot get certificate\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET", "PUT"})
    void verifySaysWhetherAnObjectOpensAndNothingElse(String method) {
        RawHttp opens = RawHttp.post(server.port(), method, "/v1/verify", json("s", sealed("ns/s", "hunter2")));
        RawHttp other = RawHttp.post(server.port(), method, "/v1/verify", json("t", sealed("ns/s", "hunter2")));
        assertThat(opens.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(409);
        assertThat(opens.body() + other.body()).isEmpty();
    }

    @Test
    void verifyTakesYamlToo() {
        String yaml = """
                ---
                apiVersion: bitnami.com/v1alpha1
                kind: SealedSecret
                metadata: {name: s, namespace: ns}
                spec: {encryptedData: {pw: %s}}
                """.formatted(sealed("ns/s", "x"));
        assertThat(RawHttp.post(server.port(), "POST", "/v1/verify", yaml).status())
                .isEqualTo(200);
    }

    @Test
    void verifyRendersNoTemplates() {
        String object = """
                {"apiVersion":"bitnami.com/v1alpha1","kind":"SealedSecret","metadata":{"name":"s","namespace":"ns"},
                "spec":{"encryptedData":{"pw":"%s"},"template":{"data":{"probe":"{{ fail .pw }}"}}}}
                """.formatted(sealed("ns/s", "x"));
        assertThat(RawHttp.post(server.port(), "POST", "/v1/verify", object).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "[]",
                "null",
                "{}",
                "{\"a\":",
                "{\"apiVersion\":\"bitnami.com/v1alpha1\",\"kind\":\"SealedSecret\",\"spec\":{",
                "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"x\"}}",
                "{\"apiVersion\":\"bitnami.com/v1beta1\",\"kind\":\"SealedSecret\",\"spec\":{\"encryptedData\":{}}}",
                "{\"apiVersion\":\"bitnami.com/v1alpha1\",\"kind\":\"SealedSecretList\",\"items\":[]}",
                "{\"apiVersion\":\"bitnami.com/v1alpha1\",\"kind\":\"SealedSecret\",\"spec\":{\"encryptedData\":5}}",
                "kind: SealedSecret\napiVersion: bitnami.com/v1alpha1\nspec: {encryptedData: {}}\n---\na: b\n"
            })
    void whatIsNotOneSealedSecretIsABadRequest(String body) {
        for (String path : List.of("/v1/verify", "/v1/rotate")) {
            RawHttp answer = RawHttp.post(server.port(), "POST", path, body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("not one SealedSecret of bitnami.com/v1alpha1\n");
        }
    }

    @Test
    void rotateSealsAnewAndChangesNothingElse() throws IOException {
        String before = sealed("ns/s", "hunter2");
        RawHttp answer = RawHttp.post(server.port(), "POST", "/v1/rotate", json("s", before));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.body())
                .contains("\"apiVersion\":\"bitnami.com/v1alpha1\"", "\"kind\":\"SealedSecret\"")
                .contains("\"template\":", "\"app\":\"web\"")
                .doesNotContain(before, "hunter2")
                .doesNotEndWith("\n");
        assertThat(RawHttp.post(server.port(), "POST", "/v1/verify", answer.body())
                        .status())
                .isEqualTo(200);
        try (JsonParser json = new JsonFactory().createParser(answer.body())) {
            while (json.nextToken() != null) {
                assertThat(json.currentName()).isNotEqualTo("status");
            }
        }
    }

    @Test
    void rotateRefusesWhatDoesNotOpen() {
        RawHttp answer = RawHttp.post(server.port(), "POST", "/v1/rotate", json("t", sealed("ns/s", "hunter2")));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("no key could decrypt secret\n");
    }

    @Test
    void aLargeBodyIsReadAndATooLargeOneRefused() {
        String large = "#" + "x".repeat(3 << 20) + "\n" + json("s", sealed("ns/s", "x"));
        assertThat(RawHttp.post(server.port(), "POST", "/v1/verify", large).status())
                .isEqualTo(200);
        RawHttp refused = RawHttp.exchange(
                server.port(),
                "POST /v1/rotate HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 12000000\r\n\r\n");
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body()).isEqualTo("request body too large\n");
    }

    @Test
    void verifyIsLimitedAndSaysWhenToComeAgain() {
        String object = json("s", sealed("ns/s", "x"));
        RawHttp first = RawHttp.post(server.port(), "POST", "/v1/verify", object);
        assertThat(first.header("X-Ratelimit-Limit")).contains("3");
        assertThat(first.header("X-Ratelimit-Remaining")).contains("2");
        assertThat(first.header("X-Ratelimit-Reset")).contains("1");
        assertThat(first.header("Retry-After")).isEmpty();
        IntStream.range(0, 2).forEach(i -> RawHttp.post(server.port(), "POST", "/v1/verify", object));
        RawHttp refused = RawHttp.post(server.port(), "POST", "/v1/verify", object);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).isEqualTo("limit exceeded\n");
        assertThat(refused.header("Content-Type")).contains("text/plain;charset=utf-8");
        assertThat(refused.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(refused.header("X-Ratelimit-Remaining")).contains("0");
        assertThat(refused.header("X-Ratelimit-Reset")).contains("2");
        assertThat(refused.header("Retry-After")).contains("1");
        assertThat(RawHttp.post(server.port(), "POST", "/v1/verify", object, "X-Forwarded-For: 192.0.2.2")
                        .status())
                .isEqualTo(200);
        assertThat(RawHttp.post(server.port(), "POST", "/v1/rotate", object).status())
                .isEqualTo(200);
        assertThat(metrics())
                .contains("http_requests_total{code=\"429\",method=\"post\",path=\"/v1/verify\"} 1.0")
                .contains("http_requests_total{code=\"200\",method=\"post\",path=\"/v1/verify\"} 4.0");
    }

    @Test
    void slowCallersLeaveRoomForTheProbes() throws IOException {
        Socket[] slow = new Socket[24];
        try {
            for (int i = 0; i < slow.length; i++) {
                slow[i] = new Socket(InetAddress.getLoopbackAddress(), server.port());
                slow[i].getOutputStream()
                        .write("POST /v1/rotate HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"
                                .getBytes(StandardCharsets.UTF_8));
            }
            assertThat(RawHttp.send(server.port(), "GET", "/healthz").status()).isEqualTo(200);
            assertThat(RawHttp.send(server.port(), "GET", "/v1/cert.pem").status())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                if (socket != null) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void aRequestThatTakesTooLongIsCut() throws IOException, CannotListenException {
        PublicFunctions functions = new PublicFunctions(Optional::empty, object -> true, object -> {
            throw new AssertionError("not asked");
        });
        PublicServerSettings hasty = new PublicServerSettings(
                new ListenAddress("127.0.0.1:0", "127.0.0.1", 0), Duration.ZERO, Duration.ofMillis(50), 2, 2);
        try (WebServer impatient = new PublicServer(functions, metrics, System::nanoTime).start(hasty);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), impatient.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("POST /v1/verify HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"
                            .getBytes(StandardCharsets.UTF_8));
            InputStream answer = socket.getInputStream();
            assertThat(answer.readAllBytes()).isEmpty();
        }
    }

    private String metrics() {
        return Exposition.of(metrics, null).text();
    }

    private static PublicServerSettings settings(int rate) {
        return new PublicServerSettings(
                new ListenAddress("127.0.0.1:0", "127.0.0.1", 0),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                rate,
                2);
    }

    private static String sealed(String label, String value) {
        return SEALER.seal(
                        value.getBytes(StandardCharsets.UTF_8),
                        Label.of(label),
                        KEY.key().publicKey())
                .toBase64();
    }

    private static String json(String name, String item) {
        return """
                {"apiVersion":"bitnami.com/v1alpha1","kind":"SealedSecret",
                "metadata":{"name":"%s","namespace":"ns","resourceVersion":"7","labels":{"app":"web"}},
                "spec":{"encryptedData":{"pw":"%s"},"template":{"type":"Opaque"}},"status":{"observedGeneration":1}}
                """.formatted(name, item);
    }
}
