package dev.sealedsecrets.controller.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.controller.observe.ControllerMetrics;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsServerTest {
    private volatile Optional<String> missing = Optional.of("sealing keys");
    private final ControllerMetrics metrics = new ControllerMetrics("1.2.3", false);

    @SuppressWarnings("NullAway.Init") // set before each test
    private WebServer server;

    @BeforeEach
    void start() throws CannotListenException {
        server = new MetricsServer(metrics, () -> missing)
                .start(new ListenAddress("127.0.0.1:0", "127.0.0.1", 0), Duration.ZERO, Duration.ZERO);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readinessNamesWhatIsMissing() {
        RawHttp answer = RawHttp.send(server.port(), "GET", "/readyz");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("not ready: sealing keys\n");
    }

    @Test
    void readinessIsOkWhenNothingIsMissing() {
        missing = Optional.empty();
        RawHttp answer = RawHttp.send(server.port(), "GET", "/readyz");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "BREW"})
    void metricsComeInThePrometheusTextFormat(String method) {
        RawHttp answer = RawHttp.send(server.port(), method, "/metrics");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type"))
                .contains("text/plain; version=0.0.4; charset=utf-8; escaping=underscores");
        assertThat(answer.body()).contains("sealed_secrets_controller_build_info{revision=\"1.2.3\"} 0");
    }

    @Test
    void aScraperMayAskForOpenMetrics() {
        RawHttp answer = RawHttp.send(
                server.port(),
                "GET",
                "/metrics",
                "Accept: application/openmetrics-text;version=1.0.0,text/plain;q=0.5");
        assertThat(answer.header("Content-Type"))
                .contains("application/openmetrics-text; version=1.0.0; charset=utf-8; escaping=underscores");
        assertThat(answer.body()).endsWith("# EOF\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/healthz", "/v1/cert.pem", "/metrics/"})
    void nothingElseIsServed(String path) {
        assertThat(RawHttp.send(server.port(), "GET", path).status()).isEqualTo(404);
    }
}
