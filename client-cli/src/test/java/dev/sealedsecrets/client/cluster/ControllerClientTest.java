package dev.sealedsecrets.client.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.client.CertificateRules;
import dev.sealedsecrets.client.CertificateText;
import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.fixtures.StubServer;
import dev.sealedsecrets.client.fixtures.StubServer.Answer;
import dev.sealedsecrets.client.http.ServerTrust;
import dev.sealedsecrets.client.http.TlsSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControllerClientTest {

    private static final String SERVICE = "GET /api/v1/namespaces/kube-system/services/sealed-secrets-controller";
    private static final String CERTIFICATE = "GET " + StubServer.controllerPath("/v1/cert.pem");
    private static final String VERIFY = "POST " + StubServer.controllerPath("/v1/verify");
    private static final String ROTATE = "POST " + StubServer.controllerPath("/v1/rotate");
    private static final String CONFIG_MAP =
            "GET /api/v1/namespaces/kube-system/configmaps/sealed-secrets-controller-cert";
    private static final String PEM = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n";
    private static final String PLEASE =
            ".\nPlease, use the flag --controller-name and --controller-namespace to set up the "
                    + "name and namespace of the sealed secrets controller";

    private final StubServer stub = StubServer.http().controller(PEM);
    private final List<Duration> pauses = new ArrayList<>();

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void theCertificateComesThroughTheFirstPortOfTheService() throws ClientException {
        assertThat(text(certificate())).isEqualTo(PEM);
        assertThat(stub.requestLines()).containsExactly(SERVICE, CERTIFICATE);
        assertThat(stub.requests())
                .allSatisfy(request ->
                        assertThat(request.headers()).containsEntry("accept", List.of("application/x-pem-file, */*")));
    }

    @Test
    void theServiceIsReadOnceForSeveralObjects() throws ClientException {
        stub.answer(VERIFY, Answer.of(200, ""), Answer.of(409, ""));

        try (ApiServer server = server(Duration.ZERO)) {
            ControllerClient client = client(server);
            assertThat(client.canOpen("{\"a\":1}")).isTrue();
            assertThat(client.canOpen("{\"a\":2}")).isFalse();
        }

        assertThat(stub.requestLines()).containsExactly(SERVICE, VERIFY, VERIFY);
        assertThat(stub.requests().get(2).body()).isEqualTo("{\"a\":2}");
    }

    @Test
    void namesThatAreNoNamesStayInTheirPlaceOfThePath() {
        try (ApiServer server = server(Duration.ZERO)) {
            ControllerClient client = new ControllerClient(server, new ControllerAddress("a/../b", "c?d e%"));

            assertThatThrownBy(client::certificate).isInstanceOf(ClientException.class);
        } catch (ClientException e) {
            throw new AssertionError(e);
        }
        assertThat(stub.requestLines().get(0)).isEqualTo("GET /api/v1/namespaces/a%2F..%2Fb/services/c%3Fd%20e%25");
    }

    @Test
    void anAnswerThatSaysHowLongToWaitIsWaitedForAndTheBodySentAgain() throws ClientException {
        stub.answer(
                VERIFY,
                new Answer(429, Map.of("Retry-After", "3"), "limit exceeded\n"),
                new Answer(503, Map.of("Retry-After", "1"), ""),
                Answer.of(200, ""));

        try (ApiServer server = server(Duration.ZERO)) {
            assertThat(client(server).canOpen("{\"a\":1}")).isTrue();
        }

        assertThat(pauses).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(1));
        assertThat(stub.requests().subList(1, 4))
                .allSatisfy(request -> assertThat(request.body()).isEqualTo("{\"a\":1}"));
    }

    @Test
    void afterTenRepetitionsTheAnswerCounts() {
        stub.answer(VERIFY, new Answer(429, Map.of("Retry-After", "1"), "limit exceeded\n"));

        assertThatThrownBy(() -> canOpen("{}"))
                .hasMessageStartingWith("cannot validate sealed secret: the server has received");
        assertThat(pauses).hasSize(10);
        assertThat(stub.requests()).hasSize(12);
    }

    @Test
    void withoutSecondsThereIsNoSecondTry() {
        stub.answer(VERIFY, Answer.of(503, "x"));
        assertThatThrownBy(() -> canOpen("{}")).hasMessageContaining("an error on the server (\"x\")");
        stub.answer(VERIFY, new Answer(503, Map.of("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT"), "x"));
        assertThatThrownBy(() -> canOpen("{}")).hasMessageContaining("an error on the server");
        stub.answer(VERIFY, new Answer(400, Map.of("Retry-After", "1"), "x"));
        assertThatThrownBy(() -> canOpen("{}")).hasMessageContaining("an error on the server");

        assertThat(pauses).isEmpty();
    }

    @Test
    void aFailureThatSoundsLikeAVerdictIsNotRepeated() {
        stub.answer(VERIFY, Answer.of(500, "unable to decrypt sealed secret"));

        assertThatThrownBy(() -> canOpen("{}")).hasMessage("cannot validate sealed secret: the request failed");
    }

    @Test
    void reEncryptionGivesTheAnswerBackAndTellsRefusalsApart() throws ClientException {
        stub.answer(ROTATE, Answer.of(200, "{\"new\":1}"), Answer.of(409, ""), Answer.of(500, "line one\nline two"));

        try (ApiServer server = server(Duration.ZERO)) {
            ControllerClient client = client(server);
            assertThat(new String(client.reEncrypt("{}"), StandardCharsets.UTF_8))
                    .isEqualTo("{\"new\":1}");
            assertThatThrownBy(() -> client.reEncrypt("{}")).hasMessage("unable to rotate secret");
            assertThatThrownBy(() -> client.reEncrypt("{}"))
                    .hasMessage(
                            "cannot re-encrypt secret: an error on the server (\"line one line two\") has prevented the "
                                    + "request from succeeding (post services http:sealed-secrets-controller:http)");
        }
    }

    @Test
    void aServiceThatIsNotThereComesWithThoseThatAre() {
        stub.answer(SERVICE, Answer.refusal(404, "services \"x\" not found"));
        stub.answer(
                "GET /api/v1/services",
                Answer.of(200, "{\"items\":[{\"metadata\":{\"name\":\"my-sealer\",\"namespace\":\"sealing\"}}]}"));

        assertThatThrownBy(this::certificate)
                .hasMessage("cannot get sealed secret service: services \"x\" not found" + PLEASE)
                .satisfies(e -> assertThat(((ClientException) e).hints())
                        .singleElement()
                        .asString()
                        .contains("--controller-name my-sealer --controller-namespace sealing"));
        assertThat(stub.requestLines())
                .containsExactly(
                        SERVICE, "GET /api/v1/services?labelSelector=app.kubernetes.io%2Fname%3Dsealed-secrets");
    }

    @Test
    void whatBecomesOfTheSearchForServicesIsNotMentioned() {
        stub.answer(SERVICE, Answer.refusal(404, "services \"x\" not found"));
        for (Answer answer :
                List.of(Answer.refusal(403, "no"), Answer.of(200, "[1"), Answer.of(200, "{\"items\":3}"))) {
            stub.answer("GET /api/v1/services", answer);

            assertThatThrownBy(this::certificate)
                    .satisfies(e -> assertThat(((ClientException) e).hints()).isEmpty());
        }
    }

    @Test
    void whereTheServiceIsForbiddenTheConfigMapHasTheCertificate() throws ClientException {
        stub.answer(SERVICE, Answer.refusal(403, "forbidden"));
        stub.answer(CONFIG_MAP, configMap(PEM));

        assertThat(text(certificate())).isEqualTo(PEM);
    }

    @Test
    void whereTheProxyFailsTheConfigMapHasTheCertificate() throws ClientException {
        stub.answer(CERTIFICATE, Answer.refusal(503, "no endpoints"));
        stub.answer(CONFIG_MAP, configMap(PEM));

        assertThat(text(certificate())).isEqualTo(PEM);
        assertThat(stub.requestLines()).containsExactly(SERVICE, CERTIFICATE, CONFIG_MAP);
    }

    @Test
    void withoutUsableConfigMapTheFirstErrorStands() {
        stub.answer(CERTIFICATE, Answer.refusal(503, "no endpoints"));
        for (Answer answer : List.of(Answer.refusal(403, "no"), configMap("hello"), Answer.of(200, "x"))) {
            stub.answer(CONFIG_MAP, answer);

            assertThatThrownBy(this::certificate).hasMessage("cannot fetch certificate: no endpoints");
        }
    }

    @Test
    void otherRefusalsHaveNoFurtherRequest() {
        stub.answer(SERVICE, Answer.of(401, ""));

        assertThatThrownBy(this::certificate).hasMessage("cannot get sealed secret service: Unauthorized" + PLEASE);
        assertThat(stub.requestLines()).containsExactly(SERVICE);
    }

    @Test
    void validationNeverAsksForAnythingElse() {
        stub.answer(SERVICE, Answer.of(404, ""));

        assertThatThrownBy(() -> canOpen("{}"))
                .hasMessageStartingWith("cannot get sealed secret service: the server could not find");
        assertThat(stub.requestLines()).containsExactly(SERVICE);
    }

    @Test
    void aServiceWithoutPortsOrOfTheWrongShapeIsAnError() {
        stub.answer(SERVICE, Answer.of(200, "{\"spec\":{}}"));
        assertThatThrownBy(this::certificate)
                .hasMessage("service \"sealed-secrets-controller\" in namespace \"kube-system\" has no ports");
        stub.answer(SERVICE, Answer.of(200, "{\"spec\":{\"ports\":7}}"));
        assertThatThrownBy(this::certificate).hasMessageContaining("expected a list");
    }

    @Test
    void theTimeLimitIsPartOfTheAddressAndEndsTheRequest() {
        stub.answer(SERVICE, Answer.never());

        assertThatThrownBy(() -> {
                    try (ApiServer server = server(Duration.ofMillis(60))) {
                        client(server).certificate();
                    }
                })
                .hasMessageStartingWith("cannot get sealed secret service: Get \"" + stub.url())
                .hasMessageContaining("time");
        assertThat(stub.requestLines()).containsExactly(SERVICE + "?timeout=60ms");
    }

    @Test
    void brokenConnectionsAreErrorsOfTheRequestThatBroke() {
        stub.close();

        assertThatThrownBy(this::certificate)
                .hasMessageContaining("connection failed")
                .hasMessageEndingWith(PLEASE);
        assertThatThrownBy(() -> canOpen("{}"))
                .hasMessageContaining("connection failed")
                .hasMessageEndingWith(PLEASE);
    }

    private static Answer configMap(String pem) {
        return Answer.of(200, "{\"data\":{\"cert.pem\":\"" + pem.replace("\n", "\\n") + "\"}}");
    }

    private CertificateText certificate() throws ClientException {
        try (ApiServer server = server(Duration.ZERO)) {
            return client(server).certificate();
        }
    }

    private boolean canOpen(String json) throws ClientException {
        try (ApiServer server = server(Duration.ZERO)) {
            return client(server).canOpen(json);
        }
    }

    private static ControllerClient client(ApiServer server) {
        return new ControllerClient(server, new ControllerAddress("kube-system", "sealed-secrets-controller"));
    }

    private ApiServer server(Duration timeout) throws ClientException {
        Connection connection = new Connection(
                URI.create(stub.url()),
                new TlsSettings(new ServerTrust.Platform(List.of()), null, null),
                Optional.empty(),
                Credentials.NONE,
                Impersonation.NONE,
                true,
                timeout);
        return ApiServer.open(connection, pauses::add);
    }

    private static String text(CertificateText certificate) throws ClientException {
        return new String(certificate.verbatim(CertificateRules.USUAL), StandardCharsets.UTF_8);
    }
}
