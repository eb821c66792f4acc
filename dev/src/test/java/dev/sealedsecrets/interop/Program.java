package dev.sealedsecrets.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An executable that a test runs to its end. */
record Program(List<String> command, Map<String, String> environment) {
    private static final int SECONDS = 60;

    static Program at(Path executable) {
        return new Program(List.of(executable.toString()), Map.of());
    }

    /** The same program for the user of a kubeconfig. */
    Program withKubeconfig(String kubeconfig) {
        return new Program(command, Map.of("KUBECONFIG", kubeconfig));
    }

    /** What it prints for this input; it has to succeed. */
    String run(String input, String... arguments) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(environment);
        Path errors = null;
        try {
            errors = Files.createTempFile("stderr", "");
            Process process = builder.redirectError(errors.toFile()).start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as("ends in time")
                    .isTrue();
            assertThat(process.exitValue())
                    .as("%s: %s", words, Files.readString(errors))
                    .isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            delete(errors);
        }
    }

    private static void delete(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
