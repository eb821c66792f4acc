package dev.sealedsecrets.demo;

import dev.sealedsecrets.cli.CommandEnvironment;
import dev.sealedsecrets.cli.Kubeseal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** kubeseal without a process of its own. */
final class InProcessKubeseal {
    private final Path folder;

    /** @param folder working directory and home */
    InProcessKubeseal(Path folder) {
        this.folder = folder;
    }

    /** What the command prints; it has to succeed. */
    String run(String input, String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        CommandEnvironment environment = new CommandEnvironment(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                output,
                errors,
                Map.of(),
                folder,
                folder,
                false,
                false,
                Clock.systemUTC(),
                new SecureRandom());
        int status = new Kubeseal(environment).run(List.of(arguments));
        if (status != 0) {
            throw new IllegalStateException("kubeseal: " + errors.toString(StandardCharsets.UTF_8));
        }
        return output.toString(StandardCharsets.UTF_8);
    }
}
