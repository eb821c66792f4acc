package dev.sealedsecrets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.client.fixtures.Folder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionsTest {
    @TempDir
    Path temporary;

    private String print(String... arguments) {
        Run.Result result = new Run(new Folder(temporary)).with(arguments);
        assertThat(result.stderr()).isEmpty();
        return result.stdout();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "fish", "zsh"})
    void everyFlagOfTheHelpIsCompleted(String shell) {
        String script = print("completion", shell);

        for (Flag flag : FlagSet.ofKubeseal().all()) {
            String name = shell.equals("fish") ? "-l " + flag.name() : "--" + flag.name();
            assertThat(script.contains(name)).as(flag.name()).isEqualTo(flag.source() != Flag.Source.HIDDEN);
        }
        assertThat(script).contains("namespace-wide", "template");
    }

    @Test
    void bashTakesTheScriptAndCompletes() throws IOException, InterruptedException {
        assertThat(bash("--sco", "kubeseal --sco")).isEqualTo("--scope");
        assertThat(bash("clu", "kubeseal --scope clu")).isEqualTo("cluster-wide");
        assertThat(bash("tem", "kubeseal tem")).isEqualTo("template");
    }

    private String bash(String word, String line) throws IOException, InterruptedException {
        Path script = new Folder(temporary).write("completion.bash", print("completion", "bash"));
        int last = line.split(" ", -1).length - 1;
        Process process = new ProcessBuilder(List.of(
                        "bash",
                        "--norc",
                        "-c",
                        "source " + script + "; COMP_WORDS=(" + line + "); COMP_CWORD=" + last
                                + "; _kubeseal; echo \"${COMPREPLY[*]}\""))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("bash for " + word).isZero();
        return output.strip();
    }

    @Test
    void otherShellsAreNamedAsUnknown() {
        for (String[] arguments : List.of(new String[] {"completion"}, new String[] {"completion", "csh"})) {
            Run.Result result = new Run(new Folder(temporary)).with(arguments);
            assertThat(result.status()).isEqualTo(2);
            assertThat(result.stderr()).contains("kubeseal completion takes one of: bash, fish, zsh");
        }
    }

    @Test
    void theManualPageHasEveryFlagOfTheHelp() {
        String page = print("man");

        assertThat(page).startsWith(".TH KUBESEAL 1");
        for (Flag flag : FlagSet.ofKubeseal().all()) {
            String name = ("--" + flag.name()).replace("-", "\\-");
            assertThat(page.lines()
                            .filter(line -> line.startsWith(".B "))
                            .anyMatch(line -> line.endsWith(name) || line.contains(name + " ")))
                    .as(flag.name())
                    .isEqualTo(flag.source() != Flag.Source.HIDDEN);
        }
    }
}
