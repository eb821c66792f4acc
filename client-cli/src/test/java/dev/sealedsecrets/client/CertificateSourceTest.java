package dev.sealedsecrets.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.client.fixtures.Folder;
import dev.sealedsecrets.client.fixtures.StubServer;
import dev.sealedsecrets.client.fixtures.StubServer.Answer;
import dev.sealedsecrets.client.fixtures.TestKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateSourceTest {

    private static final String PEM = TestKey.MAIN.certificatePem();
    private static final Instant NOW = TestKey.NOW;

    @TempDir
    Path temporary;

    private Folder folder;

    @BeforeEach
    void chooseFolder() {
        folder = new Folder(temporary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a", "HTTPS://a", "file:///a", "ftp:x", "a+b.c-1:x"})
    void twoLettersAndMoreBeforeAColonAreAScheme(String text) {
        assertThat(CertificateUrl.isUrl(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cert.pem",
                "a:b.pem",
                "C:\\cert.pem",
                "100%.pem",
                "my cert.pem",
                "1a:x",
                "ü:x",
                "a/b:c",
                ":x",
                ""
            })
    void everythingElseIsAFileName(String text) {
        assertThat(CertificateUrl.isUrl(text)).isFalse();
    }

    @Test
    void aFileIsTakenAsItIs() throws ClientException {
        Path file = folder.write("cert.pem", "text before\n" + PEM);

        assertThat(text(new CertificateFile(file, "cert.pem"))).isEqualTo("text before\n" + PEM);
    }

    @Test
    void fileUrlsAreDecoded() throws ClientException {
        folder.write("my cert.pem", PEM);
        String path = temporary.toString();

        assertThat(text(url("file://" + path + "/my%20cert.pem"))).isEqualTo(PEM);
        assertThat(text(url("FILE://localhost" + path + "/my%20cert.pem"))).isEqualTo(PEM);
        assertThat(text(url("file:" + path + "/my%20cert.pem"))).isEqualTo(PEM);
    }

    @Test
    void driveLettersOfWindowsStandWhereEditorsPutThem() throws ClientException {
        assertThat(FileUrl.path("file://C:/a%20b.pem")).isEqualTo(Path.of("C:/a b.pem"));
        assertThat(FileUrl.path("file:///C:/a.pem")).isEqualTo(Path.of("C:/a.pem"));
    }

    @Test
    void fileUrlsThatNameNoLocalFileAreRefused() {
        for (String url : List.of("file:a.pem", "file://elsewhere/a.pem", "file://", "file:///%zz")) {
            assertThatThrownBy(() -> url(url).fetch()).hasMessageStartingWith("cannot fetch \"" + url + "\": ");
        }
        assertThatThrownBy(() -> url("file://" + temporary + "/nofile").fetch())
                .hasMessage("cannot fetch \"file://" + temporary + "/nofile\": 404 Not Found");
        assertThatThrownBy(() -> url("file://" + temporary).fetch())
                .hasMessageStartingWith("cannot fetch \"file://" + temporary + "\": ");
    }

    @Test
    void aDownloadIsOneGetWithoutCredentials() throws ClientException {
        try (StubServer server = StubServer.http().answer("GET /cert.pem", Answer.of(200, PEM))) {
            assertThat(text(url(server.url() + "/cert.pem"))).isEqualTo(PEM);
            assertThat(server.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers()).doesNotContainKey("authorization"));
        }
    }

    @Test
    void anyStatusBut200IsAFailure() {
        try (StubServer server = StubServer.http().answer("GET /cert.pem", Answer.of(202, PEM))) {
            String url = server.url() + "/cert.pem";

            assertThatThrownBy(() -> url(url).fetch()).hasMessage("cannot fetch \"" + url + "\": 202 Accepted");
        }
    }

    @Test
    void aDownloadEndsAfterItsTime() {
        try (StubServer server = StubServer.http().answer("GET /cert.pem", Answer.never())) {
            CertificateUrl source = new CertificateUrl(server.url() + "/cert.pem", Map.of(), Duration.ofMillis(50));

            assertThatThrownBy(source::fetch).hasMessageContaining("time").hasMessageContaining(server.url());
        }
    }

    @Test
    void otherSchemesAndBrokenAddressesAreRefused() {
        assertThatThrownBy(() -> url("ftp://a/b").fetch())
                .hasMessage("cannot fetch \"ftp://a/b\": unsupported protocol scheme \"ftp\"");
        assertThatThrownBy(() -> url("http://a b/").fetch())
                .hasMessage("cannot fetch \"http://a b/\": not a valid address");
    }

    @Test
    void theFirstCertificateSealsIfItHasNotExpired() throws ClientException {
        CertificateText text = new CertificateText(PEM.getBytes(StandardCharsets.UTF_8));

        assertThat(text.forSealing(NOW, CertificateRules.USUAL).fingerprint())
                .isEqualTo(TestKey.MAIN.key().key().fingerprint());
        assertThat(text.forSealing(NOW.minus(Duration.ofDays(5000)), CertificateRules.USUAL)
                        .hasRsaKey())
                .isTrue();
        assertThatThrownBy(() -> text.forSealing(NOW.plus(Duration.ofDays(366)), CertificateRules.USUAL))
                .hasMessage("failed to encrypt using an expired certificate on March 4, 2027");
    }

    @Test
    void whatHoldsNoCertificateIsRefused() {
        CertificateText page = new CertificateText("<html>login</html>".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> page.verbatim(CertificateRules.USUAL))
                .hasMessage("data does not contain any valid RSA or ECDSA certificates");
        assertThatThrownBy(() -> page.forSealing(NOW, CertificateRules.USUAL))
                .hasMessage("data does not contain any valid RSA or ECDSA certificates");
    }

    @Test
    void laterBrokenBlocksMatterForSealingOnly() throws ClientException {
        String chain = PEM + "-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n";
        CertificateText text = new CertificateText(chain.getBytes(StandardCharsets.UTF_8));

        assertThat(text.verbatim(CertificateRules.USUAL)).asString().isEqualTo(chain);
        assertThatThrownBy(() -> text.forSealing(NOW, CertificateRules.USUAL)).isInstanceOf(ClientException.class);
    }

    private static CertificateUrl url(String url) {
        return new CertificateUrl(url, Map.of(), Duration.ofSeconds(20));
    }

    private static String text(CertificateSource source) throws ClientException {
        return new String(source.fetch().verbatim(CertificateRules.USUAL), StandardCharsets.UTF_8);
    }
}
