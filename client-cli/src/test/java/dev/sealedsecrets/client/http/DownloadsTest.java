package dev.sealedsecrets.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.client.fixtures.StubServer;
import dev.sealedsecrets.client.fixtures.StubServer.Answer;
import dev.sealedsecrets.client.fixtures.TestTls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void sslCertFileAddsTrust() throws HttpFailure, IOException {
        Path authorities = Files.write(folder.resolve("ca.pem"), TestTls.bytes("server.crt"));
        try (StubServer server = StubServer.https().answer("GET /x", Answer.of(200, "ok"))) {
            Downloads downloads = new Downloads(Map.of("SSL_CERT_FILE", authorities.toString()));

            assertThat(downloads.get(URI.create(server.url() + "/x"), TIMEOUT).text())
                    .isEqualTo("ok");
        }
    }

    @Test
    void sslCertFileThatCannotBeUsedIsNamed() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pem"));

        assertThatThrownBy(() -> Downloads.platformTrust(Map.of("SSL_CERT_FILE", "/no/such/file.pem")))
                .hasMessage("cannot read SSL_CERT_FILE /no/such/file.pem");
        assertThatThrownBy(() -> Downloads.platformTrust(Map.of("SSL_CERT_FILE", empty.toString())))
                .hasMessageContaining("empty.pem");
    }

    @Test
    void aProxyOfTheEnvironmentIsUsed() throws HttpFailure {
        try (StubServer proxy = StubServer.http().answer("GET http://far.invalid/x", Answer.of(200, "ok"))) {
            Downloads downloads = new Downloads(Map.of("http_proxy", proxy.url()));

            assertThat(downloads
                            .get(URI.create("http://far.invalid/x"), TIMEOUT)
                            .text())
                    .isEqualTo("ok");
        }
    }

    @Test
    void anUnusableProxyIsAFailure() {
        Downloads downloads = new Downloads(Map.of("http_proxy", "https://proxy"));

        assertThatThrownBy(() -> downloads.get(URI.create("http://far.invalid/x"), TIMEOUT))
                .isInstanceOf(HttpFailure.class)
                .hasMessageContaining("unsupported kind of proxy");
    }
}
