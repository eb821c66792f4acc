package dev.sealedsecrets.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControllerTest {
    private static final String TIME = "time=[-0-9T:.]+Z";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> variables = new HashMap<>();
    private final ProcessSignals signals = new ProcessSignals();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path serviceAccount;

    @Test
    void theVersionIsPrintedBeforeAnythingIsContacted() {
        assertThat(run("--version", "--rate-limit=0")).isZero();
        assertThat(text(out)).isEqualTo("controller version: development\n");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void theEnvironmentMayAskForTheVersion() {
        variables.put("SEALED_SECRETS_VERSION", "true");
        assertThat(run()).isZero();
        assertThat(text(out)).isEqualTo("controller version: development\n");
    }

    @Test
    void helpIsTheUsageOnStderr() {
        assertThat(run("--help")).isZero();
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).isEqualTo(Usage.text());
    }

    @Test
    void aCommandLineThatIsNotUnderstoodShowsTheUsageAndTheReasonLast() {
        assertThat(run("--key-size=abc")).isEqualTo(2);
        assertThat(text(err))
                .isEqualTo(
                        Usage.text()
                                + "invalid argument \"abc\" for \"--key-size\" flag: strconv.ParseInt: parsing \"abc\": invalid syntax\n");
    }

    @Test
    void aDeprecatedFlagIsNotedOnStderr() {
        assertThat(run("--rotate-period=5m", "--version")).isZero();
        assertThat(text(err))
                .isEqualTo("Flag --rotate-period has been deprecated, please use key-renew-period instead\n");
    }

    @Test
    void aStartThatCannotSucceedIsOneLine() {
        assertThat(run("--key-prefix=Bad_Prefix")).isEqualTo(1);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).isEqualTo("--key-prefix: name contains illegal character B\n");
    }

    @Test
    void outsideAClusterThereIsNothingToDo() {
        assertThat(run()).isEqualTo(2);
        assertThat(text(err))
                .isEqualTo("unable to load in-cluster configuration,"
                        + " KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT must be defined\n");
    }

    @Test
    void anEnvironmentValueThatDoesNotParseIsWarnedOf() {
        variables.put("SEALED_SECRETS_MAX_UNSEAL_RETRIES", "many");
        run();
        assertThat(text(err))
                .containsPattern(TIME + " level=WARN msg=\"Ignored an environment variable that does not parse\""
                        + " variable=SEALED_SECRETS_MAX_UNSEAL_RETRIES\n")
                .doesNotContain("many");
    }

    @Test
    void anAddressInUseIsAStartErrorOfOneLine() throws IOException {
        pretendToBeInACluster();
        assertThat(run("--listen-addr=192.0.2.1:8080", "--log-level=ERROR")).isEqualTo(1);
        assertThat(text(err)).startsWith("listen tcp 192.0.2.1:8080: ").hasLineCount(1);
    }

    @Test
    void theEndOnRequestIsNoFailureEvenWithoutAnApiServer() throws IOException {
        pretendToBeInACluster();
        signals.requestEnd();
        assertThat(run("--listen-addr=127.0.0.1:0", "--listen-metrics-addr=127.0.0.1:0"))
                .isZero();
        assertThat(text(out).replaceAll(TIME, "TIME")).startsWith("""
                TIME level=INFO msg="Starting sealed-secrets controller" version=development
                TIME level=INFO msg="HTTP server serving" addr=127.0.0.1:0
                TIME level=INFO msg="HTTP metrics server serving" addr=127.0.0.1:0
                """);
    }

    /** The discard port of this host: nothing answers there. */
    private void pretendToBeInACluster() throws IOException {
        variables.put("KUBERNETES_SERVICE_HOST", "127.0.0.1");
        variables.put("KUBERNETES_SERVICE_PORT", "9");
        Files.writeString(serviceAccount.resolve("token"), "token");
    }

    private int run(String... arguments) {
        ControllerEnvironment environment = new ControllerEnvironment(
                variables,
                serviceAccount,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InstantSource.system(),
                new SecureRandom(),
                System::nanoTime);
        return new Controller(environment, signals).run(List.of(arguments));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
