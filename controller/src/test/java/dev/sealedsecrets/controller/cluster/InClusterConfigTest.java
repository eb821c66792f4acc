package dev.sealedsecrets.controller.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InClusterConfigTest {
    private static final Map<String, String> VARIABLES =
            Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1", "KUBERNETES_SERVICE_PORT", "6443");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Test
    void addressAndCredentialsComeFromVariablesAndFolder() throws Exception {
        write("token", "secret-token\n");
        write("ca.crt", "certificate");

        Config config = InClusterConfig.load(VARIABLES, folder, now::get);

        assertThat(config.getMasterUrl()).isEqualTo("https://10.0.0.1:6443/");
        assertThat(config.getCaCertFile()).isEqualTo(folder.resolve("ca.crt").toString());
        assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("secret-token");
        assertThat(config.getOauthTokenProvider().toString()).doesNotContain("secret-token");
        assertThat(config.getHttpsProxy()).isNull();
    }

    @Test
    void anIpv6AddressGetsBrackets() throws Exception {
        write("token", "t");

        Config config = InClusterConfig.load(
                Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "443"), folder, now::get);

        assertThat(config.getMasterUrl()).isEqualTo("https://[fd00::1]:443/");
        assertThat(config.getCaCertFile()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"HTTPS_PROXY, NO_PROXY", "https_proxy, no_proxy"})
    void proxiesAreTakenFromTheEnvironment(String proxy, String exceptions) throws Exception {
        write("token", "t");

        Config config = InClusterConfig.load(
                Map.of(
                        "KUBERNETES_SERVICE_HOST",
                        "10.0.0.1",
                        "KUBERNETES_SERVICE_PORT",
                        "443",
                        proxy,
                        "http://proxy:3128",
                        exceptions,
                        "10.0.0.0/8,.local"),
                folder,
                now::get);

        assertThat(config.getHttpsProxy()).isEqualTo("http://proxy:3128");
        assertThat(config.getNoProxy()).containsExactly("10.0.0.0/8", ".local");
    }

    @Test
    void theTokenIsReadAgainEachMinute() throws Exception {
        write("token", "old");
        Config config = InClusterConfig.load(VARIABLES, folder, now::get);
        write("token", "new");

        now.set(START.plusSeconds(59));
        assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("old");
        now.set(START.plusSeconds(60));
        assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("new");
    }

    @Test
    void theLastTokenServesWhileTheFileCannotBeRead() throws Exception {
        write("token", "old");
        Config config = InClusterConfig.load(VARIABLES, folder, now::get);
        Files.delete(folder.resolve("token"));

        now.set(START.plusSeconds(3_600));

        assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("old");
    }

    @Test
    void withoutTheVariablesThereIsNoCluster() {
        assertThatThrownBy(() -> InClusterConfig.load(Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1"), folder, now::get))
                .isInstanceOf(NoClusterException.class)
                .hasMessage("unable to load in-cluster configuration, KUBERNETES_SERVICE_HOST and"
                        + " KUBERNETES_SERVICE_PORT must be defined");
    }

    @Test
    void withoutATokenThereIsNoCluster() {
        assertThatThrownBy(() -> InClusterConfig.load(VARIABLES, folder, now::get))
                .isInstanceOf(NoClusterException.class)
                .hasMessageStartingWith("unable to load in-cluster configuration, ");
    }

    @Test
    void theNamespaceIsTheOneGivenElseTheMountedElseDefault() throws Exception {
        assertThat(InClusterConfig.namespace(Map.of(), folder)).isEqualTo("default");
        write("namespace", "");
        assertThat(InClusterConfig.namespace(Map.of(), folder)).isEqualTo("default");
        write("namespace", "kube-system\n");
        assertThat(InClusterConfig.namespace(Map.of(), folder)).isEqualTo("kube-system");
        assertThat(InClusterConfig.namespace(Map.of("POD_NAMESPACE", "sealing"), folder))
                .isEqualTo("sealing");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
