package dev.sealedsecrets.controller.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {
    private static final ServerLimits LIMITS = new ServerLimits(4, 64, Duration.ofSeconds(30), Duration.ofSeconds(30));

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static WebServer server;

    private static int port;

    @BeforeAll
    static void start() throws CannotListenException {
        server = WebServer.start(
                "test",
                new ListenAddress("127.0.0.1:0", "127.0.0.1", 0),
                LIMITS,
                Map.of(
                        "/v1/page",
                                context -> Answer.of(200, "application/x-test", "page\n")
                                        .writeTo(context),
                        "/text", context -> Answer.text(200, "ok\n").writeTo(context),
                        "/empty", context -> Answer.empty(409).writeTo(context),
                        "/bug",
                                context -> {
                                    throw new IllegalStateException("hunter2");
                                }));
        port = server.port();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"})
    void anyMethodIsAnswered(String method) {
        RawHttp answer = RawHttp.send(port, method, "/v1/page?x=y");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("page\n");
        assertThat(answer.header("Content-Type")).contains("application/x-test");
        assertThat(answer.header("Content-Length")).contains("5");
    }

    @Test
    void headHasTheHeadersAndNoBody() {
        RawHttp answer = RawHttp.send(port, "HEAD", "/v1/page");
        assertThat(answer.header("Content-Length")).contains("5");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void theServerDoesNotNameItself() {
        assertThat(RawHttp.send(port, "GET", "/v1/page").header("Server")).isEmpty();
        assertThat(RawHttp.send(port, "GET", "/nope").header("Server")).isEmpty();
        assertThat(RawHttp.exchange(port, "G@T / HTTP/1.1\r\n\r\n").header("Server"))
                .isEmpty();
    }

    @Test
    void plainTextSaysItsCharset() {
        assertThat(RawHttp.send(port, "GET", "/text").header("Content-Type")).contains("text/plain;charset=utf-8");
    }

    @Test
    void anEmptyAnswerHasNoType() {
        RawHttp answer = RawHttp.send(port, "POST", "/empty");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Length")).contains("0");
        assertThat(answer.header("Content-Type")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/page/", "/V1/page", "/v1/page;x=1", "/v1/%2e%2e/text", "/page"})
    void otherPathsAreNotFound(String path) {
        RawHttp answer = RawHttp.send(port, "GET", path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("404 page not found\n");
        assertThat(answer.header("Content-Type")).contains("text/plain;charset=utf-8");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @CsvSource({
        "//v1/page, /v1/page",
        "/v1//page?x=y, /v1/page?x=y",
        "/x/../v1/page, /v1/page",
        "/v1/./page, /v1/page",
        "//evil.example/../a, /a"
    })
    void uncleanPathsAreRedirectedToTheCleanOne(String target, String clean) {
        RawHttp answer = RawHttp.send(port, "POST", target);
        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.header("Location")).contains(clean);
    }

    @Test
    void aMalformedRequestIsRefusedInPlainText() {
        RawHttp answer = RawHttp.exchange(port, "GET /a%00b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("400 Bad Request\n");
        assertThat(answer.header("Content-Type")).contains("text/plain; charset=utf-8");
    }

    @Test
    void aBugIsAnsweredWithoutItsMessage() {
        RawHttp answer = RawHttp.send(port, "GET", "/bug");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("internal server error\n");
    }

    @Test
    void anAddressInUseIsNamed() {
        ListenAddress taken = new ListenAddress("127.0.0.1:" + port, "127.0.0.1", port);
        assertThatThrownBy(() -> WebServer.start("second", taken, LIMITS, Map.of()))
                .isInstanceOf(CannotListenException.class)
                .hasMessage("listen tcp 127.0.0.1:" + port + ": Address already in use");
    }
}
