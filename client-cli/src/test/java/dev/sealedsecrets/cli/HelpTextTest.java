package dev.sealedsecrets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTextTest {

    private final List<String> lines =
            new HelpText("kubeseal").of(FlagSet.ofKubeseal()).lines().toList();

    @Test
    void theFirstLineNamesTheProgram() {
        assertThat(lines.get(0)).isEqualTo("Usage of kubeseal:");
    }

    @Test
    void everyFlagHasALineSortedByNameExceptHiddenOnes() {
        List<String> names = lines.stream()
                .skip(1)
                .map(line -> line.substring(line.indexOf("--") + 2).split(" ", 2)[0])
                .toList();

        assertThat(names)
                .isSorted()
                .doesNotContain("rotate")
                .hasSize(FlagSet.ofKubeseal().all().size() - 1);
    }

    @Test
    void alineShowsLetterTypeTextAndDefault() {
        assertThat(line("--format"))
                .matches("  -o, --format string +Output format: json or yaml \\(default \"json\"\\)");
        assertThat(line("--scope")).endsWith("cluster-wide (default strict)");
        assertThat(line("--raw")).matches("      --raw +Seal one value.*");
        assertThat(line("--from-file")).startsWith("      --from-file strings ");
        assertThat(line("--logtostderr")).endsWith("(default true)");
    }

    private String line(String flag) {
        return lines.stream()
                .filter(line -> line.substring(6).startsWith(flag + " "))
                .findFirst()
                .orElseThrow();
    }
}
