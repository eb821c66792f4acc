package dev.sealedsecrets.blackbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;

/** The process behind {@link Api}, and the etcd behind that: what an upgrade of a control plane does to them. */
final class ApiServerProcess {

    private final World world;
    private ProcessHandle process;

    /** Finds it among the processes of this machine, by the port that it serves. */
    ApiServerProcess(World world) {
        this.world = world;
        String port = "--secure-port=" + URI.create(world.api.server()).getPort();
        this.process = ProcessHandle.allProcesses()
                .filter(each -> arguments(each).contains(port))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no process has " + port));
    }

    private static List<String> arguments(ProcessHandle process) {
        return process.info().arguments().map(Arrays::asList).orElse(List.of());
    }

    /** Ends at once, and starts again with the same arguments after some seconds; returns when it is ready. */
    void restart(double secondsAway) throws IOException, InterruptedException {
        String program = process.info().command().orElseThrow();
        List<String> words = new ArrayList<>(List.of(program));
        words.addAll(arguments(process));
        process.destroyForcibly();
        // Whether it has ended its parent only knows; that it does not answer any more, everybody.
        Awaitility.await().until(() -> !isReady());
        Pauses.seconds(secondsAway);
        ProcessBuilder again = new ProcessBuilder(words)
                .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        again.environment()
                .keySet()
                .removeIf(name -> name.toUpperCase(Locale.ROOT).endsWith("_PROXY"));
        process = again.start().toHandle();
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(this::isReady);
    }

    private boolean isReady() {
        try {
            return world.api.request("GET", "/readyz", null).status() == 200;
        } catch (AssertionError e) {
            return false; // it does not listen yet
        }
    }

    /** Makes etcd forget everything but the newest state: a watch or a list that wants to go on from before is told 410 Gone. */
    void compact() throws IOException, InterruptedException {
        String etcd = arguments(process).stream()
                .filter(argument -> argument.startsWith("--etcd-servers="))
                .findFirst()
                .orElseThrow()
                .substring("--etcd-servers=".length());
        // any answer has the newest revision in its header
        Fields header = post(etcd + "/v3/kv/range", Map.of("key", "AA==")).at("header");
        post(etcd + "/v3/kv/compaction", Map.of("revision", header.text("revision"), "physical", true));
    }

    private static Fields post(String address, Map<String, Object> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .POST(HttpRequest.BodyPublishers.ofString(Reply.write(body)))
                .build();
        return Reply.of(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()))
                .ok()
                .object();
    }
}
