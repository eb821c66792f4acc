package dev.sealedsecrets.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher does before it becomes Java: a script in the place of java tells. */
final class KubesealLauncherIT {

    private static final String TELL_ARGUMENTS = "for argument; do printf '<%s>\\n' \"$argument\"; done\n";

    private static final Path LAUNCHER = Distribution.ofThisBuild().launcher();

    @TempDir
    Path folder = Path.of("");

    private FakeJava java(String name, String script) throws IOException {
        return FakeJava.in(folder.resolve(name), script);
    }

    private Launch launch(FakeJava java, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        return Launch.of(command, folder, Map.of("JAVA_HOME", java.home().toString()));
    }

    @Test
    void argumentsComeThroughAsTheyAre() throws Exception {
        Launch launch = launch(java("java", TELL_ARGUMENTS), "a b", "*", "", "'\"$HOME\\", "-Xmx1");

        assertThat(launch.stdout())
                .endsWith("<dev.sealedsecrets.cli.Kubeseal>\n<a b>\n<*>\n<>\n<'\"$HOME\\>\n<-Xmx1>\n");
    }

    @Test
    void javaIsToldToStartFastAndToSayNothing() throws Exception {
        assertThat(launch(java("java", TELL_ARGUMENTS)).stdout().lines())
                .contains(
                        "<-Xshare:auto>",
                        "<-Xlog:disable>",
                        "<-Xlog:all=off>",
                        "<-XX:+UseSerialGC>",
                        "<-XX:TieredStopAtLevel=1>",
                        "<-XX:-UsePerfData>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-f large", "-flarge", "-f=large", "--secret-file large", "--secret-file=large"})
    void aLargeInputFileIsWorthTheBetterCompiler(String arguments) throws Exception {
        Files.writeString(folder.resolve("large"), "# comment\n".repeat(5000));
        Files.writeString(folder.resolve("small"), "# comment\n");
        FakeJava java = java("java", TELL_ARGUMENTS);

        assertThat(launch(java, arguments.split(" ")).stdout())
                .contains("<-XX:TieredStopAtLevel=1>\n<-XX:-UsePerfData>\n<-XX:TieredStopAtLevel=4>")
                .containsPattern("<-XX:CompilerDirectivesFile=.*/lib/compile.json>");
        assertThat(launch(java, arguments.replace("large", "small").split(" ")).stdout())
                .doesNotContain("<-XX:TieredStopAtLevel=4>", "compile.json");
        assertThat(launch(java, arguments.replace("large", "absent").split(" ")).stdout())
                .doesNotContain("<-XX:TieredStopAtLevel=4>");
    }

    @Test
    void everyJarOfTheClassPathIsThere() throws Exception {
        List<String> lines =
                launch(java("java", TELL_ARGUMENTS)).stdout().lines().toList();
        String classPath = lines.get(lines.indexOf("<-cp>") + 1).replaceAll("[<>]", "");

        assertThat(classPath.split(":"))
                .allSatisfy(jar -> assertThat(Path.of(jar)).isRegularFile());
    }

    @Test
    void theVariableOfTheProgramAddsOptionsThatAreNoFileNamePatterns() throws Exception {
        FakeJava java = java("java", TELL_ARGUMENTS);

        Launch launch = Launch.of(
                List.of(LAUNCHER.toString()),
                folder,
                Map.of("JAVA_HOME", java.home().toString(), "KUBESEAL_JAVA_OPTS", "-Da=1 -Db=*"));

        assertThat(launch.stdout().lines()).contains("<-Da=1>", "<-Db=*>");
    }

    @Test
    void variablesThatJavaAnnouncesAreTakenAway() throws Exception {
        FakeJava java = java("java", "echo \"<$JAVA_TOOL_OPTIONS$JDK_JAVA_OPTIONS$_JAVA_OPTIONS>\"\n");

        Launch launch = Launch.of(
                List.of(LAUNCHER.toString()),
                folder,
                Map.of(
                        "JAVA_HOME", java.home().toString(),
                        "JAVA_TOOL_OPTIONS", "-Da=1",
                        "JDK_JAVA_OPTIONS", "-Da=1",
                        "_JAVA_OPTIONS", "-Da=1"));

        assertThat(launch.stdout()).isEqualTo("<>\n");
    }

    @Test
    void javaHomeWinsOverPath() throws Exception {
        FakeJava home = java("home", "echo home\n");
        FakeJava path = java("path", "echo path\n");

        Launch launch = Launch.of(
                List.of(LAUNCHER.toString()),
                folder,
                Map.of("JAVA_HOME", home.home().toString(), "PATH", path.bin() + ":/usr/bin:/bin"));

        assertThat(launch.stdout()).isEqualTo("home\n");
    }

    @Test
    void theFirstJavaOfPathIsTakenWithoutJavaHome() throws Exception {
        FakeJava first = java("a first", "echo first\n");
        FakeJava second = java("second", "echo second\n");

        Launch launch = Launch.of(
                List.of(LAUNCHER.toString()),
                folder,
                Map.of("PATH", folder + ":" + first.bin() + ":" + second.bin(), "JAVA_HOME", ""));

        assertThat(launch.stdout()).isEqualTo("first\n");
    }

    @Test
    void aFolderThatIsCalledJavaIsNoJava() throws Exception {
        Files.createDirectories(folder.resolve("trap/java"));
        FakeJava java = java("real", "echo real\n");

        Launch launch = Launch.of(
                List.of(LAUNCHER.toString()), folder, Map.of("PATH", folder.resolve("trap") + ":" + java.bin()));

        assertThat(launch.stdout()).isEqualTo("real\n");
    }

    @Test
    void noJavaAtAllIsAnErrorWithARemedy() throws Exception {
        Launch launch = Launch.of(List.of(LAUNCHER.toString()), folder, Map.of("PATH", folder.toString()));

        assertThat(launch)
                .isEqualTo(new Launch(
                        1,
                        "",
                        "error: no Java found\nhint: install Java 17 or newer, and put it on PATH or set JAVA_HOME\n"));
    }

    @Test
    void aJavaHomeWithoutJavaIsAnErrorThatNamesIt() throws Exception {
        Launch launch = Launch.of(List.of(LAUNCHER.toString()), folder, Map.of("JAVA_HOME", "/nowhere"));

        assertThat(launch.exitStatus()).isEqualTo(1);
        assertThat(launch.stdout()).isEmpty();
        assertThat(launch.stderr()).startsWith("error: JAVA_HOME has no Java: /nowhere/bin/java cannot be run\nhint: ");
    }

    @Test
    void anotherJavaThanThoseWithAnArchiveGetsNone() throws Exception {
        assertThat(launch(java("java", TELL_ARGUMENTS)).stdout()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void javaTakesThePlaceOfTheLauncher() throws Exception {
        FakeJava java = java("java", "trap 'exit 7' TERM\necho $$\nread never\n");
        ProcessBuilder builder = new ProcessBuilder(LAUNCHER.toString()).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", java.home().toString());
        Process process = builder.start();

        try (BufferedReader stdout = process.inputReader()) {
            assertThat(stdout.readLine()).isEqualTo(Long.toString(process.pid()));

            process.destroy();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(7);
        } finally {
            process.destroyForcibly();
        }
    }
}
