package dev.sealedsecrets.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What {@code dev/try} shows. */
class DemoIT {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("project.root")));

    @Test
    void bothSecretsComeOutOfTheClusterAsTheyWent() throws Exception {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();

        Demo.run(
                new PrintStream(shown, true, StandardCharsets.UTF_8),
                ROOT.resolve("manifests/crd/sealedsecrets.bitnami.com.yaml"));

        assertThat(shown.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "1. A cluster",
                        "-----BEGIN CERTIFICATE-----",
                        "kind: SealedSecret",
                        "base64 -d\n     t0p-Secret\n",
                        "\"type\":\"Synced\",\"status\":\"True\"",
                        "-----BEGIN CERTIFICATE-----",
                        "base64 -d\n     s3cond\n",
                        "Both open");
    }
}
