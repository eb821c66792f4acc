package dev.sealedsecrets.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.client.fixtures.StubServer;
import dev.sealedsecrets.client.fixtures.StubServer.Answer;
import dev.sealedsecrets.client.fixtures.TestTls;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTransportTest {

    private static final TlsSettings PLATFORM = new TlsSettings(new ServerTrust.Platform(List.of()), null, null);

    @Test
    void sendsMethodHeadersAndBodyAndReadsTheAnswer() throws HttpFailure {
        try (StubServer server =
                StubServer.http().answer("POST /a", new Answer(503, Map.of("Retry-After", "7"), "{\"b\":\"ü\"}"))) {
            HttpCall call = HttpCall.post(URI.create(server.url() + "/a?q=1"), "{\"x\":\"é\"}", Duration.ZERO)
                    .with("Accept", "application/json, */*")
                    .with("X-Many", "1")
                    .with("X-Many", "2");

            HttpAnswer answer = send(PLATFORM, call);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.isSuccess()).isFalse();
            assertThat(answer.text()).isEqualTo("{\"b\":\"ü\"}");
            assertThat(answer.body()).isEqualTo("{\"b\":\"ü\"}".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.retryAfter()).contains("7");
            assertThat(answer).hasToString("503 Service Unavailable");
            StubServer.Request request = server.requests().get(0);
            assertThat(request.line()).isEqualTo("POST /a?q=1");
            assertThat(request.body()).isEqualTo("{\"x\":\"é\"}");
            assertThat(request.headers())
                    .containsEntry("accept", List.of("application/json, */*"))
                    .containsEntry("x-many", List.of("1", "2"));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aRequestShowsNeitherHeadersNorBody() {
        HttpCall call = HttpCall.post(URI.create("http://a/b"), "hunter2", Duration.ZERO)
                .with("Authorization", "Bearer hunter2");

        assertThat(call).hasToString("POST http://a/b");
    }

    @Test
    void redirectsAreHandedOutOrFollowedAsAskedFor() throws HttpFailure {
        try (StubServer server = StubServer.http()
                .answer("GET /go", new Answer(302, Map.of("Location", "/there"), ""))
                .answer("GET /there", Answer.of(200, "here"))) {
            HttpCall call = HttpCall.get(URI.create(server.url() + "/go"), Duration.ZERO);

            assertThat(send(PLATFORM, call).status()).isEqualTo(302);
            try (HttpTransport transport = HttpTransport.followingRedirects(PLATFORM, Optional.empty())) {
                assertThat(transport.send(call).text()).isEqualTo("here");
            }
        }
    }

    @Test
    void aRequestEndsAfterItsTime() {
        try (StubServer server = StubServer.http().answer("GET /", Answer.never())) {
            HttpCall call = HttpCall.get(URI.create(server.url() + "/"), Duration.ofMillis(50));

            assertThatThrownBy(() -> send(PLATFORM, call))
                    .isInstanceOf(HttpFailure.class)
                    .hasMessageStartingWith("Get \"" + server.url() + "/\": ")
                    .hasMessageContaining("time");
        }
    }

    @Test
    void nobodyListening() {
        HttpCall call = HttpCall.get(URI.create("http://127.0.0.1:9/x"), Duration.ZERO);

        assertThatThrownBy(() -> send(PLATFORM, call))
                .hasMessageStartingWith("Get \"http://127.0.0.1:9/x\": connection failed: ")
                .hasMessageContaining("refused");
    }

    @Test
    void aServerOfAnUnknownAuthorityIsRefused() {
        try (StubServer server = StubServer.https()) {
            HttpCall call = HttpCall.get(URI.create(server.url() + "/x"), Duration.ZERO);

            assertThatThrownBy(() -> send(PLATFORM, call))
                    .hasMessageContaining("the certificate of 127.0.0.1:")
                    .hasMessageEndingWith(" is not trusted: it is signed by an unknown authority");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void anAuthorityOfItsOwnMakesAServerTrusted() throws HttpFailure, CertificateException {
        try (StubServer server = StubServer.https().answer("GET /x", Answer.of(200, "ok"))) {
            HttpCall call = HttpCall.get(URI.create(server.url() + "/x"), Duration.ZERO);
            var certificates = TlsCertificates.parse(TestTls.bytes("server.crt"));

            assertThat(send(new TlsSettings(new ServerTrust.Only(certificates), null, null), call)
                            .text())
                    .isEqualTo("ok");
            assertThat(send(new TlsSettings(new ServerTrust.Platform(certificates), null, null), call)
                            .text())
                    .isEqualTo("ok");
        }
    }

    @Test
    void otherAuthoritiesDoNotCountBesideOnesOwn() throws CertificateException {
        try (StubServer server = StubServer.https()) {
            HttpCall call = HttpCall.get(URI.create(server.url() + "/x"), Duration.ZERO);
            var certificates = TlsCertificates.parse(TestTls.bytes("client-rsa.crt"));

            assertThatThrownBy(() -> send(new TlsSettings(new ServerTrust.Only(certificates), null, null), call))
                    .hasMessageContaining("not trusted");
        }
    }

    @Test
    void unverifiedAcceptsAnyServer() throws HttpFailure {
        try (StubServer server = StubServer.https().answer("GET /x", Answer.of(200, "ok"))) {
            String otherName = server.url().replace("127.0.0.1", "localhost");
            HttpCall call = HttpCall.get(URI.create(otherName + "/x"), Duration.ZERO);

            assertThat(send(new TlsSettings(new ServerTrust.Unverified(), null, null), call)
                            .text())
                    .isEqualTo("ok");
        }
    }

    @Test
    void theNameInTheCertificateMustBeThatOfTheAddress() throws CertificateException {
        try (StubServer server = StubServer.https()) {
            String otherName = server.url().replace("127.0.0.1", "localhost");
            HttpCall call = HttpCall.get(URI.create(otherName + "/x"), Duration.ZERO);
            var certificates = TlsCertificates.parse(TestTls.bytes("server.crt"));

            assertThatThrownBy(() -> send(new TlsSettings(new ServerTrust.Only(certificates), null, null), call))
                    .hasMessageContaining("certificate of localhost");
        }
    }

    @Test
    void aServerNameReplacesThatOfTheAddress() throws HttpFailure, CertificateException {
        try (StubServer server = StubServer.https().answer("GET /x", Answer.of(200, "ok"))) {
            String otherName = server.url().replace("127.0.0.1", "localhost");
            HttpCall call = HttpCall.get(URI.create(otherName + "/x"), Duration.ZERO);
            ServerTrust trust = new ServerTrust.Only(TlsCertificates.parse(TestTls.bytes("server.crt")));

            assertThat(send(new TlsSettings(trust, null, "stub.test"), call).text())
                    .isEqualTo("ok");
            assertThatThrownBy(() -> send(new TlsSettings(trust, null, "other.test"), call))
                    .hasMessageEndingWith("it is for another name");
        }
    }

    @ParameterizedTest
    @CsvSource({"client-rsa.crt, client-rsa-pkcs1.key", "client-ec.crt, client-ec-sec1.key"})
    void aClientCertificateIsShown(String certificate, String key) throws HttpFailure, GeneralSecurityException {
        try (StubServer server = StubServer.https().answer("GET /x", Answer.of(200, "ok"))) {
            HttpCall call = HttpCall.get(URI.create(server.url() + "/x"), Duration.ZERO);
            ClientIdentity identity = ClientIdentity.parse(TestTls.bytes(certificate), TestTls.bytes(key));

            send(new TlsSettings(new ServerTrust.Unverified(), identity, null), call);

            assertThat(server.clientNames()).containsExactly("CN=kubeseal test client");
        }
    }

    @Test
    void anHttpProxyGetsTheWholeAddressAndItsPassword() throws HttpFailure, URISyntaxException {
        try (StubServer proxy = StubServer.http()
                .answer(
                        "GET http://far.invalid/x",
                        new Answer(407, Map.of("Proxy-Authenticate", "Basic realm=\"p\""), ""),
                        Answer.of(200, "ok"))) {
            HttpProxy address = HttpProxy.parse(proxy.url().replace("http://", "http://u:p@"));
            HttpCall call = HttpCall.get(URI.create("http://far.invalid/x"), Duration.ZERO);

            try (HttpTransport transport = HttpTransport.withoutRedirects(PLATFORM, Optional.of(address))) {
                assertThat(transport.send(call).text()).isEqualTo("ok");
            }

            assertThat(proxy.requests().get(1).headers()).containsEntry("proxy-authorization", List.of("Basic dTpw"));
        }
    }

    @Test
    void anUnknownHostIsNamed() throws URISyntaxException {
        HttpCall call = HttpCall.get(URI.create("http://far.invalid/x"), Duration.ZERO);

        assertThatThrownBy(() -> send(PLATFORM, call)).hasMessageContaining("far.invalid");
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        String large = "x".repeat((16 << 20) + 1);
        try (StubServer server = StubServer.http().answer("GET /", Answer.of(200, large))) {
            HttpCall call = HttpCall.get(URI.create(server.url() + "/"), Duration.ZERO);

            assertThatThrownBy(() -> send(PLATFORM, call)).hasMessageContaining("larger than 16 MiB");
        }
    }

    private static HttpAnswer send(TlsSettings tls, HttpCall call) throws HttpFailure {
        try (HttpTransport transport = HttpTransport.withoutRedirects(tls, Optional.empty())) {
            return transport.send(call);
        }
    }
}
