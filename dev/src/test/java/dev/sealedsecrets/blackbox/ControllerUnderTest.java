package dev.sealedsecrets.blackbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The controller's process, with the identity and rights of its Pod. */
final class ControllerUnderTest {

    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("project.root")));
    private static final String HOST =
            "http://" + Objects.requireNonNullElse(System.getenv("CONTROL_PLANE_HOST_IP"), "");

    private static final int PORTS_APART = 10;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder;
    private final int port;
    private volatile @Nullable Process process;
    private List<String> arguments = List.of();
    private Map<String, String> environment = Map.of();

    /** The only replica; its output goes to this folder. */
    ControllerUnderTest(Path folder) {
        this(folder, 0);
    }

    /** One of several replicas, each with ports and a folder of its own. */
    ControllerUnderTest(Path folder, int number) {
        this.folder = folder;
        this.port = 8080 + PORTS_APART * number;
    }

    /** The flags for the ports of this replica. */
    List<String> portFlags() {
        return List.of("--listen-addr=:" + port, "--listen-metrics-addr=:" + (port + 1));
    }

    List<String> arguments() {
        return arguments;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** The command of another process of the program; inside: with the identity of the Pod. */
    static List<String> command(boolean inside, List<String> arguments, Map<String, String> environment) {
        List<String> words = new ArrayList<>();
        if (inside) {
            words.addAll(List.of(ROOT.resolve("dev/control-plane").toString(), "as-controller", "--"));
        }
        words.add("env");
        environment.forEach((name, value) -> words.add(name + "=" + value));
        words.add(ROOT.resolve("controller/target/dist/controller").toString());
        words.addAll(arguments);
        return words;
    }

    void start(List<String> newArguments, Map<String, String> newEnvironment, String expect) {
        arguments = List.copyOf(newArguments);
        environment = Map.copyOf(newEnvironment);
        Process started;
        try {
            started = new ProcessBuilder(command(true, arguments, environment))
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(log("stdout").toFile()))
                    .redirectError(
                            ProcessBuilder.Redirect.appendTo(log("stderr").toFile()))
                    .start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        process = started;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!isAsExpected(started, expect)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the controller is not " + expect + " after a minute");
            }
            Pauses.seconds(0.05);
        }
    }

    private boolean isAsExpected(Process started, String expect) {
        if (!started.isAlive()) {
            if (expect.equals("exit")) {
                return true;
            }
            throw new AssertionError("the controller ended while starting: " + logText("stderr"));
        }
        return switch (expect) {
            case "running" -> true;
            case "serving" -> isFine("/healthz") && isFine("/v1/cert.pem");
            default -> false;
        };
    }

    private boolean isFine(String path) {
        try {
            return request(request("http", "GET", path, null, Map.of())).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The exit status; null if none was running. */
    @Nullable
    Integer stop(boolean kill, int within) {
        Process running = process;
        if (running == null) {
            return null;
        }
        if (kill) {
            running.destroyForcibly();
        } else {
            running.destroy();
        }
        try {
            if (!running.waitFor(within, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
                throw new AssertionError("the controller did not end within " + within + " s");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        process = null;
        return running.exitValue();
    }

    boolean isStopped() {
        return process == null;
    }

    boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    void signal(String name) {
        try {
            new ProcessBuilder(
                            "kill",
                            "-" + name.replace("SIG", ""),
                            String.valueOf(Objects.requireNonNull(process).pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void startLogsAnew() {
        try {
            Files.writeString(log("stdout"), "");
            Files.writeString(log("stderr"), "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String logText(String stream) {
        try {
            return Files.exists(log(stream)) ? Files.readString(log(stream), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path log(String stream) {
        return folder.resolve("controller." + stream);
    }

    HttpRequest request(
            String server, String method, String path, byte @Nullable [] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(HOST + ":" + (server.equals("metrics") ? port + 1 : port) + path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }

    Reply request(HttpRequest request) throws IOException {
        try {
            return Reply.of(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    String get(String server, String path) {
        try {
            return request(request(server, "GET", path, null, Map.of())).text();
        } catch (IOException e) {
            throw new AssertionError(path + ": " + e, e);
        }
    }
}
