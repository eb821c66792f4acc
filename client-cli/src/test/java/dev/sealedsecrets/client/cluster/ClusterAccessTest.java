package dev.sealedsecrets.client.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.fixtures.Folder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterAccessTest {

    private static final String KUBECONFIG = """
            current-context: one
            clusters:
            - {name: c, cluster: {server: 'https://c.example'}}
            - {name: nowhere, cluster: {tls-server-name: x}}
            users:
            - {name: u, user: {token: t}}
            contexts:
            - {name: one, context: {cluster: c, user: u, namespace: team-a}}
            - {name: two, context: {cluster: c, user: u}}
            - {name: lost, context: {cluster: gone, user: u}}
            - {name: empty, context: {cluster: nowhere, user: u}}
            """;

    @TempDir
    Path temporary;

    private Folder folder;

    @BeforeEach
    void chooseFolder() {
        folder = new Folder(temporary);
    }

    @Test
    void theNamespaceIsThatOfTheContext() throws KubeconfigException {
        assertThat(access(overrides("one")).namespace()).isEqualTo("team-a");
        assertThat(access(overrides("")).namespace()).isEqualTo("team-a");
    }

    @Test
    void aContextWithoutNamespaceMeansDefault() throws KubeconfigException {
        assertThat(access(overrides("two")).namespace()).isEqualTo("default");
    }

    @Test
    void noKubeconfigIsToldFromAFaultyOne() {
        ClusterAccess nothing = new ClusterAccess(folder.surroundings(Map.of()), ConnectionOverrides.none());

        assertThatThrownBy(nothing::namespace)
                .hasMessage("invalid configuration: no configuration has been provided, try setting KUBERNETES_MASTER "
                        + "environment variable")
                .satisfies(
                        e -> assertThat(((KubeconfigException) e).isMissing()).isTrue());
    }

    @Test
    void anUnknownContextHasOneTextForNamespacesAndOneForConnections() {
        ClusterAccess access = access(overrides("nope"));

        assertThatThrownBy(access::namespace)
                .hasMessage(
                        "invalid configuration: [context was not found for specified context: nope, cluster has no server "
                                + "defined]");
        assertThatThrownBy(access::connect)
                .isInstanceOf(ClientException.class)
                .hasMessage("context \"nope\" does not exist");
    }

    @Test
    void aContextWhoseClusterIsMissingCountsAsNoConfiguration() {
        assertThatThrownBy(access(overrides("lost"))::namespace)
                .hasMessageContaining("no configuration has been provided");
    }

    @Test
    void aClusterWithoutServerIsNamed() {
        assertThatThrownBy(access(overrides("empty"))::namespace)
                .hasMessage("invalid configuration: no server found for cluster \"nowhere\"");
    }

    @Test
    void inAPodWithoutKubeconfigTheNamespaceIsThatOfTheServiceAccount() throws KubeconfigException {
        folder.write("pod/token", "t");
        folder.write("pod/namespace", "in-pod\n");

        assertThat(pod(Map.of()).namespace()).isEqualTo("in-pod");
        assertThat(pod(Map.of("POD_NAMESPACE", "told")).namespace()).isEqualTo("told");
    }

    @Test
    void aPodWithoutNamespaceFileMeansDefault() throws KubeconfigException {
        folder.write("pod/token", "t");

        assertThat(pod(Map.of()).namespace()).isEqualTo("default");
    }

    @Test
    void aPodWithoutTokenIsNoPod() {
        assertThatThrownBy(pod(Map.of())::namespace).hasMessageContaining("no configuration has been provided");
    }

    private ClusterAccess pod(Map<String, String> more) {
        Map<String, String> variables = new java.util.HashMap<>(more);
        variables.put("KUBERNETES_SERVICE_HOST", "10.0.0.1");
        variables.put("KUBERNETES_SERVICE_PORT", "443");
        return new ClusterAccess(folder.surroundings(variables), ConnectionOverrides.none());
    }

    private ClusterAccess access(ConnectionOverrides overrides) {
        folder.write("home/.kube/config", KUBECONFIG);
        return new ClusterAccess(folder.surroundings(Map.of()), overrides);
    }

    private static ConnectionOverrides overrides(String context) {
        return new Overriding().context(context).done();
    }
}
