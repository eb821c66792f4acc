package dev.sealedsecrets.client.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.fixtures.Folder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the plugins of this test are shell scripts")
class ExecPluginRunTest {

    private static final String V1 = "client.authentication.k8s.io/v1";
    private static final ClusterEntry CLUSTER =
            new ClusterEntry("https://c.example", new PemSource.Plain("pem"), true, "sni", "http://proxy", false);

    @TempDir
    Path temporary;

    private Folder folder;

    @BeforeEach
    void chooseFolder() {
        folder = new Folder(temporary);
    }

    @Test
    void theTokenOfTheAnswerIsUsed() throws Exception {
        ExecPluginRun.Result result = run("""
                echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"t"}}'
                """);

        assertThat(result.credentials()).isEqualTo(Credentials.bearer("t"));
        assertThat(result.certificate()).isEmpty();
    }

    @Test
    void aCertificateWithItsKeyIsUsed() throws Exception {
        ExecPluginRun.Result result = run("""
                echo '{"apiVersion":"client.authentication.k8s.io/v1","status":{"clientCertificateData":"C","clientKeyData":"K"}}'
                """);

        assertThat(result.certificate()).contains(new PemSource.Plain("C"));
        assertThat(result.key()).contains(new PemSource.Plain("K"));
    }

    @Test
    void thePluginGetsItsArgumentsVariablesAndTheRequest() throws Exception {
        ExecPlugin plugin = plugin(script("""
                test "$1" = "a b" && test "$ADDED" = added && test "$GIVEN" = given || exit 1
                case "$KUBERNETES_EXEC_INFO" in
                *'"interactive":false'*'"server":"https://c.example"'*) ;;
                *) exit 2 ;;
                esac
                echo '{"apiVersion":"client.authentication.k8s.io/v1","status":{"token":"t"}}'
                """), "");

        ExecPluginRun.Result result = new ExecPluginRun(
                        folder.surroundings(Map.of("GIVEN", "given", "PATH", "/bin:/usr/bin")))
                .run(plugin, CLUSTER);

        assertThat(result.credentials().isEmpty()).isFalse();
    }

    @Test
    void theRequestDescribesTheCluster() throws KubeconfigException {
        assertThat(ExecPluginRequest.json(plugin("x", ""), CLUSTER, false))
                .isEqualTo("{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\","
                        + "\"spec\":{\"interactive\":false,\"cluster\":{\"server\":\"https://c.example\","
                        + "\"tls-server-name\":\"sni\",\"insecure-skip-tls-verify\":true,"
                        + "\"certificate-authority-data\":\"cGVt\",\"proxy-url\":\"http://proxy\"}}}");
    }

    @Test
    void aFailingPluginIsNamedButNotQuoted() {
        assertThatThrownBy(() -> run("echo hunter2; exit 3"))
                .isInstanceOf(ClientException.class)
                .hasMessageStartingWith("getting credentials: exec: executable")
                .hasMessageEndingWith("failed with exit code 3")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aMissingPluginComesWithItsInstallHint() {
        ExecPlugin missing = plugin("/no/such/plugin", "");

        assertThatThrownBy(() -> new ExecPluginRun(folder.surroundings(Map.of())).run(missing, CLUSTER))
                .hasMessage("getting credentials: exec: executable /no/such/plugin not found")
                .satisfies(e -> assertThat(((ClientException) e).hints()).containsExactly("install it"));
    }

    @Test
    void answersThatAreNoCredentialAreRefused() {
        assertThatThrownBy(() -> run("echo hello")).hasMessageContaining("did not return an ExecCredential");
        assertThatThrownBy(() -> run("true")).hasMessageContaining("of another version");
        assertThatThrownBy(() -> run("echo '{\"apiVersion\":\"" + V1 + "\",\"status\":{}}'"))
                .hasMessageContaining("did not return a token or a certificate");
    }

    @Test
    void aPluginThatMustAskNeedsATerminal() {
        assertThatThrownBy(() -> run("true", "Always")).hasMessageContaining("standard input is not a terminal");
        assertThatThrownBy(() -> run("true", "Sometimes")).hasMessageContaining("invalid interactiveMode");
    }

    @Test
    void anUnknownVersionIsRefused() {
        ExecPlugin plugin = new ExecPlugin("v0", "x", List.of(), Map.of(), "Never", false, "", temporary);

        assertThatThrownBy(() -> new ExecPluginRun(folder.surroundings(Map.of())).run(plugin, CLUSTER))
                .isInstanceOf(KubeconfigException.class)
                .hasMessage("exec plugin: invalid apiVersion \"v0\"");
    }

    @Test
    void aKubeconfigWithPluginLeadsToItsToken() throws Exception {
        script("echo '{\"apiVersion\":\"" + V1 + "\",\"status\":{\"token\":\"from-plugin\"}}'");
        folder.write("home/.kube/config", """
                current-context: x
                clusters: [{name: c, cluster: {server: 'https://c.example'}}]
                contexts: [{name: x, context: {cluster: c, user: u}}]
                users:
                - name: u
                  user:
                    exec:
                      apiVersion: client.authentication.k8s.io/v1
                      command: ../../plugin
                      interactiveMode: Never
                      env: [{name: A, value: b}]
                """);
        ClusterSurroundings surroundings = folder.surroundings(Map.of("PATH", "/bin:/usr/bin"));
        Kubeconfig kubeconfig = new KubeconfigFiles(surroundings).read("");

        Connection connection = new ConnectionBuilder(surroundings, ConnectionOverrides.none())
                .build(new ConnectionChoice(kubeconfig, ConnectionOverrides.none()));

        assertThat(connection.credentials().authorization()).contains("Bearer from-plugin");
    }

    private ExecPluginRun.Result run(String script) throws Exception {
        return run(script, "IfAvailable");
    }

    private ExecPluginRun.Result run(String script, String mode) throws Exception {
        return new ExecPluginRun(folder.surroundings(Map.of("PATH", "/bin:/usr/bin")))
                .run(plugin(script(script), mode), CLUSTER);
    }

    private String script(String body) {
        Path file = folder.write("plugin", "#!/bin/sh\n" + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }

    private ExecPlugin plugin(String command, String mode) {
        return new ExecPlugin(
                V1, command, List.of("a b"), Map.of("ADDED", "added"), mode, true, "install it\n", temporary);
    }
}
