package dev.sealedsecrets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.client.fixtures.Folder;
import dev.sealedsecrets.client.fixtures.TestKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealing without a cluster starts fast because of what it does not load. */
class OfflineStartTest {

    /** Of the program and its libraries; the JDK's own are not counted. About 240 are needed. */
    private static final int MOST_CLASSES = 280;

    @TempDir
    Path temporary;

    @Test
    void sealingWithACertificateFileLoadsNothingOfTheClusterAndItsLibraries() throws Exception {
        List<String> loaded = loadedClasses("--cert", "cert.pem", "-f", "in.yaml", "-o", "yaml");

        assertThat(loaded)
                .contains("dev.sealedsecrets.client.SecretSealing")
                .noneMatch(name -> startsWithAny(
                        name,
                        "io.fabric8.",
                        "okhttp3.",
                        "okio.",
                        "kotlin.",
                        "org.bouncycastle.",
                        "org.slf4j.",
                        "ch.qos.",
                        "picocli.",
                        "com.fasterxml.jackson.databind.",
                        "dev.sealedsecrets.client.http.HttpTransport",
                        "dev.sealedsecrets.template."));
        assertThat(loaded.stream().filter(OfflineStartTest::isNotOfTheJdk).count())
                .isLessThan(MOST_CLASSES);
    }

    @Test
    void aRawValueNeedsNoDocuments() throws Exception {
        List<String> loaded =
                loadedClasses("--cert", "cert.pem", "--raw", "--scope", "cluster-wide", "--from-file", "in.yaml");

        assertThat(loaded)
                .contains("dev.sealedsecrets.client.ValueSealing")
                .noneMatch(name -> startsWithAny(name, "org.snakeyaml.", "com.fasterxml.", "io.fabric8."));
    }

    @Test
    void theVersionNeedsNoObjectsAndNoKeys() throws Exception {
        assertThat(loadedClasses("--version"))
                .noneMatch(name -> startsWithAny(
                        name,
                        "dev.sealedsecrets.crypto.",
                        "dev.sealedsecrets.resource.",
                        "org.snakeyaml.",
                        "javax.crypto."));
    }

    private List<String> loadedClasses(String... arguments) throws IOException, InterruptedException {
        Folder folder = new Folder(temporary);
        folder.write("cert.pem", TestKey.MAIN.certificatePem());
        folder.write("in.yaml", "metadata: {name: a, namespace: ns}\nstringData: {k: v}\n");
        Path log = temporary.resolve("classes.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.sealedsecrets.cli.Kubeseal"));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command)
                .directory(temporary.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return folder.read("classes.log")
                .lines()
                .map(line -> line.substring(line.lastIndexOf("] ") + 2))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .filter(name -> !startsWithAny(name, "java.", "jdk.", "sun.", "com.sun.", "javax.security."))
                .toList();
    }

    private static boolean isNotOfTheJdk(String name) {
        return startsWithAny(name, "dev.sealedsecrets.", "org.snakeyaml.", "com.fasterxml.");
    }

    private static boolean startsWithAny(String name, String... prefixes) {
        return Arrays.stream(prefixes).anyMatch(name::startsWith);
    }
}
