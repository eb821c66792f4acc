package dev.sealedsecrets.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tarball with a runtime of its own, unpacked where nothing knows of any other Java. */
final class KubesealTarballIT {
    @TempDir
    Path folder = Path.of("");

    private final Distribution built = Distribution.ofThisBuild();

    @Test
    void itSealsWithoutAnyOtherJavaAndWithItsArchive() throws Exception {
        List<Path> newer = built.archives().stream()
                .map(Distribution.Archive::javaHome)
                .filter(home -> Files.exists(home.resolve("bin/jlink")))
                .filter(home -> home.toString().contains("25"))
                .toList();
        assumeThat(newer).as("a JDK 25 with jlink").isNotEmpty();
        Path script =
                Path.of("..", "packaging", "make-tarball").toAbsolutePath().normalize();

        Launch made = Launch.of(
                List.of(script.toString(), "--jdk", newer.get(0).toString(), "--output", folder.toString()),
                folder,
                Map.of("JAVA_HOME", System.getProperty("java.home")));
        assertThat(made.exitStatus()).as(made.stderr()).isZero();
        Path place = Files.createDirectory(folder.resolve("an other place"));
        Launch unpacked =
                Launch.of(List.of("tar", "-xzf", made.stdout().strip(), "-C", place.toString()), folder, Map.of());
        assertThat(unpacked.exitStatus()).as(unpacked.stderr()).isZero();

        Launch sealed = Launch.of(
                List.of(
                        place.resolve("kubeseal").toString(),
                        "--cert",
                        built.training("cert.pem").toString(),
                        "-f",
                        built.training("secret.json").toString()),
                folder,
                Map.of("PATH", folder.toString(), "KUBESEAL_JAVA_OPTS", "-Xlog:class+load:file=classes.log"));
        assertThat(sealed.stderr()).isEmpty();
        assertThat(sealed.stdout()).contains("\"kind\": \"SealedSecret\"");
        try (Stream<String> lines = Files.lines(folder.resolve("classes.log"))) {
            assertThat(lines.filter(line -> line.contains("dev.sealedsecrets.cli.Kubeseal ")))
                    .allMatch(line -> line.contains("shared objects file"))
                    .isNotEmpty();
        }
    }
}
