package dev.sealedsecrets.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A controller beside the control plane, with the identity and the rights it has in its Pod. */
final class ControllerProcess implements AutoCloseable {
    private final Process process;
    private final Path log;

    private ControllerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it; its output goes to the end of the log. */
    static ControllerProcess start(Path controller, Path log, String... flags) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Programs.ROOT.resolve("dev/control-plane").toString(), "as-controller", "--", controller.toString()));
        words.addAll(List.of(flags));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new ControllerProcess(process, log);
    }

    /** Waits until it serves a certificate. */
    void awaitCertificate() {
        await().atMost(Duration.ofSeconds(60)).until(this::servesCertificate);
    }

    /** Asks it to end, as a kubelet does; it has to end well. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ends in time").isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    private boolean servesCertificate() throws IOException {
        assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
        String host = Objects.requireNonNull(System.getenv("CONTROL_PLANE_HOST_IP"));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + ":8080/v1/cert.pem"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
