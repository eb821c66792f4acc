package dev.sealedsecrets.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built executable with a real Java. */
final class KubesealDistributionIT {

    private static final String JAVA_HOME = System.getProperty("java.home");

    private final Distribution built = Distribution.ofThisBuild();

    @TempDir
    Path folder = Path.of("");

    private Launch launch(Path launcher, Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                .toList();
        return Launch.of(command, folder, variables);
    }

    /** Seals the Secret of the training, and expects a document and no other word. */
    private void assertThatItSeals(Path launcher, Map<String, String> variables) throws Exception {
        Launch launch = launch(
                launcher,
                variables,
                "--cert",
                built.training("cert.pem").toString(),
                "-f",
                built.training("secret.json").toString());

        assertThat(launch.stderr()).isEmpty();
        assertThat(launch.stdout()).contains("\"kind\": \"SealedSecret\"");
        assertThat(launch.exitStatus()).isZero();
    }

    @Test
    void theExitStatusIsThatOfTheProgram() throws Exception {
        Map<String, String> variables = Map.of("JAVA_HOME", JAVA_HOME);

        assertThat(launch(built.launcher(), variables, "--version").exitStatus())
                .isZero();
        assertThat(launch(built.launcher(), variables, "-f", "missing").exitStatus())
                .isEqualTo(1);
        assertThat(launch(built.launcher(), variables, "--nope").exitStatus()).isEqualTo(2);
    }

    /** The options for long work are diagnostic ones, of which Java speaks on standard output unless told not to. */
    @Test
    void longWorkWritesDocumentsAndNothingElse() throws Exception {
        StringBuilder many = new StringBuilder();
        for (int number = 0; number < 500; number++) {
            many.append("---\n{kind: Secret, apiVersion: v1, metadata: {name: s")
                    .append(number);
            many.append(", namespace: shop}, stringData: {a: correct horse battery staple}}\n");
        }
        Path input = Files.writeString(folder.resolve("many.yaml"), many);
        assertThat(Files.size(input)).isGreaterThan(40_000);
        List<String> homes = Stream.of(JAVA_HOME, System.getenv("JAVA25_HOME"))
                .filter(Objects::nonNull)
                .toList();

        for (String home : homes) {
            Launch launch = launch(
                    built.launcher(),
                    Map.of("JAVA_HOME", home),
                    "--cert",
                    built.training("cert.pem").toString(),
                    "-o",
                    "yaml",
                    "-f",
                    input.toString());

            assertThat(launch.stderr()).isEmpty();
            assertThat(launch.stdout()).startsWith("---\napiVersion: bitnami.com/v1alpha1\n");
            assertThat(launch.stdout().lines().filter("kind: SealedSecret"::equals))
                    .hasSize(500);
            assertThat(launch.exitStatus()).isZero();
        }
    }

    @Test
    void itRunsThroughLinksToLinks() throws Exception {
        Path places = Files.createDirectories(folder.resolve("a b/bin"));
        Files.createSymbolicLink(places.resolve("real"), built.launcher());
        Files.createSymbolicLink(places.resolve("seal it"), Path.of("real"));
        Path link = Files.createSymbolicLink(folder.resolve("kubeseal"), Path.of("a b/bin/seal it"));

        assertThatItSeals(link, Map.of("JAVA_HOME", JAVA_HOME));
    }

    @Test
    void itIsFoundByPathAndByARelativeName() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("dist"), built.folder());
        Map<String, String> variables = Map.of("JAVA_HOME", JAVA_HOME);

        assertThat(Launch.of(List.of("./dist/kubeseal", "--version"), folder, variables)
                        .stderr())
                .isEmpty();
        assertThat(Launch.of(
                                List.of(
                                        "sh",
                                        "-c",
                                        "cd dist && sh kubeseal --version && PATH=$PWD:$PATH && kubeseal --version"),
                                folder,
                                variables)
                        .stdout()
                        .lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("kubeseal version: "));
        assertThat(link).isSymbolicLink();
    }

    /** The surroundings of an editor's plug-in or a bare container: nothing to read from, nowhere to write to, no home. */
    @Test
    void itNeedsNeitherStandardInputNorAHomeNorAFolderToWriteTo() throws Exception {
        String secret = built.training("secret.json").toString();
        String certificate = built.training("cert.pem").toString();
        String seal = built.launcher() + " --cert " + certificate;
        for (String command : List.of(
                seal + " -f " + secret + " <&-",
                seal + " <" + secret,
                seal + " --raw --scope cluster-wide --from-file=" + secret + " <&-")) {
            Launch launch = Launch.of(
                    List.of("sh", "-c", "cd /proc && " + command),
                    folder,
                    Map.of(
                            "JAVA_HOME",
                            JAVA_HOME,
                            "HOME",
                            "/proc/none",
                            "TMPDIR",
                            "/proc/none",
                            "JAVA_TOOL_OPTIONS",
                            "-Da=b"));

            assertThat(launch.stderr()).as(command).isEmpty();
            assertThat(launch.stdout()).as(command).isNotEmpty();
            assertThat(launch.exitStatus()).as(command).isZero();
        }
    }

    @Test
    void blanksInThePathDoNoHarm() throws Exception {
        Distribution other = built.copiedTo(folder.resolve("with some blanks"));
        Path java = Files.createSymbolicLink(folder.resolve("java home"), Path.of(JAVA_HOME));

        assertThatItSeals(other.launcher(), Map.of("JAVA_HOME", java.toString()));
    }

    @Test
    void theArchiveOfEachJavaIsInUse() throws Exception {
        List<Distribution.Archive> archives = built.archives();
        assumeThat(archives).as("archives, which this Java could not make").isNotEmpty();

        for (Distribution.Archive archive : archives) {
            assertThatItSeals(
                    built.launcher(),
                    Map.of("JAVA_HOME", archive.javaHome().toString(), "KUBESEAL_JAVA_OPTS", "-Xshare:on"));
        }
    }

    @Test
    void anArchiveIsFoundThroughALinkToItsJava() throws Exception {
        assumeThat(built.archives())
                .as("archives, which this Java could not make")
                .isNotEmpty();
        Path java = Files.createSymbolicLink(
                folder.resolve("current"), built.archives().get(0).javaHome());

        assertThatItSeals(built.launcher(), Map.of("JAVA_HOME", java.toString(), "KUBESEAL_JAVA_OPTS", "-Xshare:on"));
    }

    @Test
    void anArchiveThatIsNoneIsIgnoredInSilence() throws Exception {
        Distribution other = built.copiedTo(folder.resolve("other"));
        Files.writeString(other.lib().resolve("1.jsa"), "not an archive");
        Files.writeString(other.lib().resolve("archives"), "1.jsa " + JAVA_HOME + "/bin/java\n");

        assertThatItSeals(other.launcher(), Map.of("JAVA_HOME", JAVA_HOME));
    }

    @Test
    void anArchiveThatIsGoneIsIgnoredInSilence() throws Exception {
        Distribution other = built.copiedTo(folder.resolve("other"));
        Files.writeString(other.lib().resolve("archives"), "1.jsa " + JAVA_HOME + "/bin/java\n");

        assertThatItSeals(other.launcher(), Map.of("JAVA_HOME", JAVA_HOME));
    }

    @Test
    void anArchiveOfOtherJarsOrAnotherJavaIsIgnoredInSilence() throws Exception {
        List<Distribution.Archive> archives = built.archives();
        assumeThat(archives).as("archives, which this Java could not make").isNotEmpty();

        for (Distribution.Archive archive : archives) {
            Distribution other =
                    built.copiedTo(folder.resolve("with " + archive.file().getFileName()));
            Files.copy(archive.file(), other.lib().resolve("1.jsa"));
            Files.writeString(other.lib().resolve("archives"), "1.jsa " + JAVA_HOME + "/bin/java\n");

            assertThatItSeals(other.launcher(), Map.of("JAVA_HOME", JAVA_HOME));
        }
    }

    @Test
    void fileNamesAndArgumentsAreUtf8InEveryLocale() throws Exception {
        Path script = Files.writeString(folder.resolve("script"), """
                mkdir 'dé日本' && cd 'dé日本' && cp "$2" 'é日.json'
                for locale in C POSIX C.UTF-8 de_DE.ISO-8859-1; do
                    LC_ALL=$locale "$1" --cert "$3" -f 'é日.json' -w "ö-$locale.json" --name 'é日' || exit
                    LC_ALL=$locale "$1" --cert "$3" --raw --namespace 'é日' --name n --from-file 'fehlt ö'
                done
                ls
                """);

        Launch launch = Launch.of(
                List.of(
                        "sh",
                        script.toString(),
                        built.launcher().toString(),
                        built.training("secret.json").toString(),
                        built.training("cert.pem").toString()),
                folder,
                Map.of("JAVA_HOME", JAVA_HOME, "LANG", "C"));

        assertThat(launch.stdout().lines())
                .containsExactlyInAnyOrder(
                        "é日.json", "ö-C.json", "ö-POSIX.json", "ö-C.UTF-8.json", "ö-de_DE.ISO-8859-1.json");
        assertThat(launch.stderr().lines())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(line -> assertThat(line)
                        .satisfiesAnyOf(
                                error -> assertThat(error).startsWith("error: ").contains("fehlt ö"),
                                hint -> assertThat(hint).startsWith("hint: ")));
        assertThat(folder.resolve("dé日本/ö-C.json")).content().contains("\"name\": \"é日\"");
    }

    @Test
    void itRunsOnJava25() throws Exception {
        Optional<Path> home = java25();
        assumeThat(home).as("a JDK 25: JAVA25_HOME or /usr/lib/jvm/*25*").isPresent();

        assertThatItSeals(
                built.launcher(), Map.of("JAVA_HOME", home.orElseThrow().toString()));
    }

    private static Optional<Path> java25() throws IOException {
        String named = System.getenv("JAVA25_HOME");
        if (named != null && !named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        Path usual = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(usual)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(usual)) {
            return homes.filter(home -> home.getFileName().toString().contains("25"))
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .findFirst();
        }
    }
}
