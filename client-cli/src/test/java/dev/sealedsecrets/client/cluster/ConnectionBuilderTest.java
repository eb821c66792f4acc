package dev.sealedsecrets.client.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.fixtures.Folder;
import dev.sealedsecrets.client.fixtures.TestTls;
import dev.sealedsecrets.client.http.HttpCall;
import dev.sealedsecrets.client.http.HttpProxy;
import dev.sealedsecrets.client.http.ServerTrust;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionBuilderTest {

    private static final String SECURE = "https://c.example";

    @TempDir
    Path temporary;

    private Folder folder;

    @BeforeEach
    void chooseFolder() {
        folder = new Folder(temporary);
    }

    @Test
    void theContextLeadsToServerAndToken() throws Exception {
        Connection connection = build("server: https://c.example/prefix/", "token: t", new Overriding());

        assertThat(connection.server()).isEqualTo(URI.create("https://c.example/prefix"));
        assertThat(headers(connection)).containsExactly(Map.entry("Authorization", "Bearer t"));
        assertThat(connection.tls().trust()).isEqualTo(new ServerTrust.Platform(List.of()));
        assertThat(connection.proxy()).isEmpty();
        assertThat(connection.timeout()).isEqualTo(Duration.ZERO);
    }

    @Test
    void credentialsAreNotSentOverPlainHttpButImpersonationIs() throws Exception {
        Connection connection = build(
                "server: http://c.example",
                "token: t",
                new Overriding()
                        .impersonation(new Impersonation("jane", "", List.of()))
                        .disableCompression());

        assertThat(headers(connection)).containsExactly(Map.entry("Impersonate-User", "jane"));
    }

    @Test
    void userAndPasswordBecomeBasicAuthentication() throws Exception {
        Connection connection = build("server: " + SECURE, "{username: u, password: p}", new Overriding());

        assertThat(headers(connection)).containsExactly(Map.entry("Authorization", "Basic dTpw"));
    }

    @Test
    void explicitCredentialsReplaceThoseOfTheKubeconfig() throws Exception {
        Connection connection = build(
                "server: " + SECURE,
                "{username: u, password: p}",
                new Overriding().credentials(new Credentials("other", "", "")));

        assertThat(headers(connection)).containsExactly(Map.entry("Authorization", "Bearer other"));
    }

    @Test
    void aTokenFileIsReadBesideTheKubeconfig() throws Exception {
        folder.write("home/.kube/token", " from-file\n");

        Connection connection = build("server: " + SECURE, "{tokenFile: token, token: old}", new Overriding());

        assertThat(headers(connection)).containsExactly(Map.entry("Authorization", "Bearer from-file"));
    }

    @Test
    void aMissingTokenFileIsNamed() {
        assertThatThrownBy(() -> build("server: " + SECURE, "tokenFile: token", new Overriding()))
                .hasMessageStartingWith("cannot read token file")
                .hasMessageEndingWith("token");
    }

    @Test
    void impersonationOfTheKubeconfigGivesWayFieldByField() throws Exception {
        Connection connection = build(
                "server: " + SECURE,
                "{as: jane, as-uid: '42', as-groups: [a, b]}",
                new Overriding().impersonation(new Impersonation("joe", "", List.of())));

        assertThat(headers(connection))
                .containsExactly(
                        Map.entry("Impersonate-User", "joe"),
                        Map.entry("Impersonate-Group", "a"),
                        Map.entry("Impersonate-Group", "b"),
                        Map.entry("Impersonate-Uid", "42"));
    }

    @Test
    void withoutCompressionAnswersComeAsTheyAre() throws Exception {
        Connection connection = build("{server: 'https://c', disable-compression: true}", "{}", new Overriding());

        assertThat(headers(connection)).containsExactly(Map.entry("Accept-Encoding", "identity"));
    }

    @Test
    void anAuthorityIsTakenFromTheKubeconfigOrAFileBesideIt() throws Exception {
        String data = Base64.getEncoder().encodeToString(TestTls.bytes("server.crt"));
        folder.write("home/.kube/ca.crt", TestTls.text("client-ec.crt"));

        Connection inline = build(
                "{server: 'https://c', certificate-authority-data: " + data + ", certificate-authority: ca.crt}",
                "{}",
                new Overriding());
        Connection file = build("{server: 'https://c', certificate-authority: ca.crt}", "{}", new Overriding());

        assertThat(authorities(inline)).containsExactly("CN=kubeseal test server");
        assertThat(authorities(file)).containsExactly("CN=kubeseal test client");
    }

    @Test
    void anExplicitAuthorityIsReadInTheWorkingDirectory() throws Exception {
        folder.write("ca.pem", TestTls.text("server.crt"));

        Connection connection = build(
                "{server: 'https://c', insecure-skip-tls-verify: true}", "{}", new Overriding().authority("ca.pem"));

        assertThat(authorities(connection)).containsExactly("CN=kubeseal test server");
    }

    @Test
    void skippingVerificationReplacesTheAuthority() throws Exception {
        Connection connection =
                build("{server: 'https://c', certificate-authority: nofile}", "{}", new Overriding().insecure(true));

        assertThat(connection.tls().trust()).isInstanceOf(ServerTrust.Unverified.class);
    }

    @Test
    void anAuthorityAndNoVerificationContradictEachOther() {
        folder.write("home/.kube/ca.crt", TestTls.text("server.crt"));

        assertThatThrownBy(() -> build(
                        "{server: 'https://c', insecure-skip-tls-verify: true, certificate-authority: ca.crt}",
                        "{}",
                        new Overriding()))
                .hasMessage("specifying a root certificates file with the insecure flag is not allowed");
    }

    @Test
    void unusableTlsFilesAreNamed() {
        folder.write("garbage", "hello");

        assertThatThrownBy(() -> build("server: " + SECURE, "{}", new Overriding().authority("nofile")))
                .hasMessageContaining("unable to read certificate-authority")
                .hasMessageContaining("nofile");
        assertThatThrownBy(() -> build("server: " + SECURE, "{}", new Overriding().authority("garbage")))
                .hasMessageContaining("certificate-authority");
        assertThatThrownBy(() -> build("server: " + SECURE, "client-certificate: c.crt", new Overriding()))
                .hasMessageContaining("client-key");
        assertThatThrownBy(() -> build(
                        "server: " + SECURE, "{client-certificate-data: '!', client-key-data: '!'}", new Overriding()))
                .hasMessageContaining("client certificate");
    }

    @Test
    void aClientCertificateIsJoinedWithItsKey() throws Exception {
        folder.write("c.crt", TestTls.text("client-ec.crt"));
        folder.write("c.key", TestTls.text("client-ec-sec1.key"));

        Connection connection = build("server: " + SECURE, "{}", new Overriding().identity("c.crt", "c.key"));

        assertThat(connection.tls().identity()).isNotNull();
    }

    @Test
    void namesOfServersAndProxiesAreOverridden() throws Exception {
        Connection kubeconfig =
                build("{server: 'https://c', tls-server-name: sni, proxy-url: 'socks5://p'}", "{}", new Overriding());
        Connection overridden =
                build("{server: 'https://c', proxy-url: 'socks5://p'}", "{}", new Overriding().proxyUrl("http://q:1"));

        assertThat(kubeconfig.tls().serverName()).isEqualTo("sni");
        assertThat(kubeconfig.proxy()).contains(HttpProxy.parse("socks5://p"));
        assertThat(overridden.proxy()).contains(HttpProxy.parse("http://q:1"));
    }

    @Test
    void anUnusableProxyIsAFault() {
        assertThatThrownBy(() -> build("server: " + SECURE, "{}", new Overriding().proxyUrl("ftp://q")))
                .hasMessageContaining("unsupported kind of proxy");
    }

    @Test
    void explicitClusterAndUserMustExist() {
        assertThatThrownBy(() -> build("server: " + SECURE, "{}", new Overriding().user("u2")))
                .hasMessage("auth info \"u2\" does not exist");
        assertThatThrownBy(() -> build("server: " + SECURE, "{}", new Overriding().cluster("c2")))
                .hasMessage("cluster \"c2\" does not exist");
    }

    @Test
    void aServerAloneIsACompleteConfiguration() throws Exception {
        Connection connection =
                build(Map.of(), new Overriding().server("c.example:8080").done());

        assertThat(connection.server()).isEqualTo(URI.create("http://c.example:8080"));
    }

    @Test
    void aServerWithoutSchemeAndWithAuthorityIsSecure() throws Exception {
        folder.write("ca.pem", TestTls.text("server.crt"));

        Connection connection = build(
                Map.of(),
                new Overriding().server("c.example").authority("ca.pem").done());

        assertThat(connection.server()).isEqualTo(URI.create("https://c.example"));
    }

    @Test
    void aServerMustBeAnAddress() {
        for (String server : List.of("ftp://c", "http://", "http://a b", "http://u:p@c", "http://c?x=1")) {
            assertThatThrownBy(() ->
                            build(Map.of(), new Overriding().server(server).done()))
                    .hasMessage("invalid configuration: server must be a URL or a host:port pair");
        }
    }

    @Test
    void aPodReachesItsClusterWithItsToken() throws Exception {
        folder.write("pod/token", "pod-token");
        folder.write("pod/ca.crt", TestTls.text("server.crt"));
        Map<String, String> variables = Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "6443");

        Connection connection = build(variables, ConnectionOverrides.none());

        assertThat(connection.server()).isEqualTo(URI.create("https://[fd00::1]:6443"));
        assertThat(headers(connection)).containsExactly(Map.entry("Authorization", "Bearer pod-token"));
        assertThat(authorities(connection)).containsExactly("CN=kubeseal test server");
    }

    @Test
    void aBuiltInAuthProviderIsRefusedByName() {
        assertThatThrownBy(() -> build("server: " + SECURE, "auth-provider: {name: gcp}", new Overriding()))
                .hasMessageContaining("no auth provider found for name \"gcp\"");
    }

    @Test
    void theTimeLimitEntersEveryAddress() throws Exception {
        Connection connection = build("server: " + SECURE, "{}", new Overriding().requestTimeout("90"));

        assertThat(connection.timeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(connection.address("/a", "")).hasToString("https://c.example/a?timeout=1m30s");
        assertThat(connection.address("/a", "q=1")).hasToString("https://c.example/a?q=1&timeout=1m30s");
    }

    @Test
    void credentialsAreInNoTextForm() throws Exception {
        Connection connection = build("server: " + SECURE, "token: hunter2", new Overriding());

        assertThat(connection.toString()).doesNotContain("hunter2");
        assertThat(new PemSource.Inline("aHVudGVyMg==").toString()).doesNotContain("aHVudGVyMg");
        assertThat(new PemSource.Plain("hunter2").toString()).doesNotContain("hunter2");
    }

    private Connection build(String cluster, String user, Overriding overriding)
            throws KubeconfigException, ClientException {
        folder.write("home/.kube/config", """
                current-context: x
                clusters: [{name: c, cluster: %s}]
                users: [{name: u, user: %s}]
                contexts: [{name: x, context: {cluster: c, user: u}}]
                """.formatted(flow(cluster), flow(user)));
        return build(Map.of(), overriding.done());
    }

    private static String flow(String fields) {
        return fields.startsWith("{") ? fields : "{" + fields + "}";
    }

    private Connection build(Map<String, String> variables, ConnectionOverrides overrides)
            throws KubeconfigException, ClientException {
        ClusterSurroundings surroundings = folder.surroundings(new HashMap<>(variables));
        Kubeconfig kubeconfig = new KubeconfigFiles(surroundings).read(overrides.kubeconfig());
        return new ConnectionBuilder(surroundings, overrides).build(new ConnectionChoice(kubeconfig, overrides));
    }

    private static List<Map.Entry<String, String>> headers(Connection connection) {
        return connection
                .authorized(HttpCall.get(connection.address("/", ""), Duration.ZERO))
                .headers();
    }

    private static List<String> authorities(Connection connection) {
        return ((ServerTrust.Only) connection.tls().trust())
                .authorities().stream()
                        .map(certificate ->
                                certificate.getSubjectX500Principal().getName())
                        .toList();
    }
}
