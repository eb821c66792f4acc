package dev.sealedsecrets.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.InputObjects;
import dev.sealedsecrets.resource.SealedSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executable killed at many moments of an update in place: the file is the old one or the new one, as a whole. */
final class KilledWhileWritingIT {
    private static final int MOMENTS = 24;
    private static final int ITEMS = 300;

    @TempDir
    Path folder = Path.of("");

    private final Distribution built = Distribution.ofThisBuild();

    private ProcessBuilder merge() {
        ProcessBuilder builder = new ProcessBuilder(
                        built.launcher().toString(),
                        "--cert",
                        built.training("cert.pem").toString(),
                        "--merge-into",
                        "sealed.yaml",
                        "-o",
                        "yaml",
                        "-f",
                        "more.yaml")
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(Launch.withPath(Map.of("JAVA_HOME", System.getProperty("java.home"))));
        return builder;
    }

    private SealedSecret file() throws IOException, ClientException {
        byte[] content = Files.readAllBytes(folder.resolve("sealed.yaml"));
        return InputObjects.read(content, "sealed.yaml").onlySealedSecretExactly();
    }

    @Test
    void theFileIsTheOldOneOrTheNewOne() throws Exception {
        StringBuilder old = new StringBuilder("""
                apiVersion: bitnami.com/v1alpha1
                kind: SealedSecret
                metadata: {name: a, namespace: ns}
                spec:
                  encryptedData:
                """);
        for (int i = 0; i < ITEMS; i++) {
            old.append("    old-")
                    .append(i)
                    .append(": ")
                    .append("A".repeat(700))
                    .append('\n');
        }
        Files.writeString(
                folder.resolve("more.yaml"), "metadata: {name: a, namespace: ns}\nstringData: {fresh: plain-value}\n");

        long whole = run(old.toString(), Long.MAX_VALUE);
        assertThat(file().encryptedData()).hasSize(ITEMS + 1).containsKey("fresh");
        for (int moment = 0; moment < MOMENTS; moment++) {
            // The last third of the run is where it writes.
            run(old.toString(), whole * 2 / 3 + whole * moment / (2 * MOMENTS));
            if (Files.readString(folder.resolve("sealed.yaml")).contentEquals(old)) {
                continue;
            }
            assertThat(file().encryptedData()).hasSize(ITEMS + 1).containsKey("fresh");
        }
        assertThatNothingReadableIsLeft();
    }

    /** Runs the update, and kills it after some nanoseconds. How long it took. */
    private long run(String old, long nanos) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("sealed.yaml"), old);
        long start = System.nanoTime();
        Process process = merge().start();
        if (nanos == Long.MAX_VALUE) {
            assertThat(process.waitFor()).isZero();
            return System.nanoTime() - start;
        }
        if (!process.waitFor(nanos, TimeUnit.NANOSECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return System.nanoTime() - start;
    }

    private void assertThatNothingReadableIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> left = files.filter(file -> !Set.of("sealed.yaml", "more.yaml")
                            .contains(file.getFileName().toString()))
                    .toList();
            for (Path file : left) {
                assertThat(Files.getPosixFilePermissions(file))
                        .isSubsetOf(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .doesNotContain("plain-value");
            }
        }
    }
}
