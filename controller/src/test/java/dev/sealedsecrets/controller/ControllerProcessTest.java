package dev.sealedsecrets.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.controller.observe.LogMessages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, because signals are for processes. */
class ControllerProcessTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path serviceAccount;

    @Test
    @Timeout(120)
    void theRequestForAKeyDoesNotKillItAndTheRequestToEndIsNoFailure() throws Exception {
        Process controller = start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(controller.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.lines().anyMatch(line -> line.contains(LogMessages.METRICS_SERVING)))
                    .isTrue();
            signal(controller, "USR1");
            signal(controller, "TERM");
            assertThat(controller.waitFor()).isZero();
        } finally {
            controller.destroyForcibly();
        }
    }

    @Test
    @Timeout(120)
    void anInterruptKillsItAsItKillsAnyProgram() throws Exception {
        Process controller = start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(controller.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.lines().anyMatch(line -> line.contains(LogMessages.METRICS_SERVING)))
                    .isTrue();
            signal(controller, "INT");
            assertThat(controller.waitFor()).isEqualTo(128 + 2);
        } finally {
            controller.destroyForcibly();
        }
    }

    private Process start() throws IOException {
        Files.writeString(serviceAccount.resolve("token"), "token");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                InAFolder.class.getName(),
                serviceAccount.toString());
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** The controller with its service account in another folder, and an API server where nothing answers. */
    static final class InAFolder {
        private InAFolder() {}

        public static void main(String[] arguments) {
            ProcessSignals signals = new ProcessSignals();
            SignalHandlers.install(signals);
            ControllerEnvironment environment = new ControllerEnvironment(
                    Map.of("KUBERNETES_SERVICE_HOST", "127.0.0.1", "KUBERNETES_SERVICE_PORT", "9"),
                    Path.of(arguments[0]),
                    System.out,
                    System.err,
                    InstantSource.system(),
                    new SecureRandom(),
                    System::nanoTime);
            System.exit(new Controller(environment, signals)
                    .run(List.of("--listen-addr=127.0.0.1:0", "--listen-metrics-addr=127.0.0.1:0")));
        }
    }
}
