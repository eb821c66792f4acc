package dev.sealedsecrets.blackbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Every content that the Secrets of a namespace have had since the beginning, from a watch. */
final class SecretHistory implements AutoCloseable {

    private final Process watch;
    private final Map<String, Set<String>> contents = new ConcurrentHashMap<>();

    SecretHistory(String namespace) throws IOException {
        watch = new ProcessBuilder(
                        "kubectl",
                        "-n",
                        namespace,
                        "get",
                        "secrets",
                        "--watch",
                        "-o",
                        "jsonpath={.metadata.name} {.data}{'\\n'}")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread thread = new Thread(this::read, "watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(watch.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int blank = line.indexOf(' ');
                contents.computeIfAbsent(line.substring(0, blank), unused -> ConcurrentHashMap.newKeySet())
                        .add(line.substring(blank));
            }
        } catch (IOException e) {
            // the watch was ended
        }
    }

    int size() {
        return contents.size();
    }

    /** A Secret that has had two contents; null if there is none. */
    @Nullable
    String changed() {
        return contents.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        watch.destroy();
    }
}
