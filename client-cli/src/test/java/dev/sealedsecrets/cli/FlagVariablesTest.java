package dev.sealedsecrets.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlagVariablesTest {

    private static final FlagSet KNOWN = FlagSet.ofKubeseal();

    @Test
    void everyFlagButTheLogFlagsVersionAndHelpHasAVariable() {
        List<String> without = KNOWN.all().stream()
                .filter(flag -> flag.variable().isEmpty())
                .map(Flag::name)
                .toList();

        assertThat(without).contains("version", "help", "v", "log_dir").hasSize(LogFlags.ALL.size() + 2);
        assertThat(CommandFlags.ALLOW_EMPTY_DATA.variable()).contains("SEALED_SECRETS_ALLOW_EMPTY_DATA");
        assertThat(CommandFlags.ROTATE.variable()).contains("SEALED_SECRETS_ROTATE");
    }

    @Test
    void aVariableSetToNothingIsSet() throws CommandException {
        FlagValues values = FlagVariables.read(KNOWN, Map.of("SEALED_SECRETS_FORMAT", "", "FORMAT", "yaml"));

        assertThat(values.isSet(CommandFlags.FORMAT)).isTrue();
        assertThat(values.text(CommandFlags.FORMAT)).isEmpty();
    }

    @Test
    void versionAndHelpAreNeverRead() throws CommandException {
        FlagValues values =
                FlagVariables.read(KNOWN, Map.of("SEALED_SECRETS_VERSION", "true", "SEALED_SECRETS_HELP", "true"));

        assertThat(values.isSet(CommandFlags.VERSION)).isFalse();
        assertThat(values.isSet(CommandFlags.HELP)).isFalse();
    }

    @Test
    void aWrongValueIsAUsageErrorThatNamesTheVariable() {
        assertThatThrownBy(() -> FlagVariables.read(KNOWN, Map.of("SEALED_SECRETS_RAW", "maybe")))
                .hasMessageContaining("SEALED_SECRETS_RAW")
                .hasMessageContaining("maybe")
                .satisfies(e -> assertThat(((CommandException) e).exitStatus()).isEqualTo(2));
    }

    @Test
    void theCommandLineWinsButAddsToLists() throws CommandException {
        FlagValues variables =
                FlagVariables.read(KNOWN, Map.of("SEALED_SECRETS_FROM_FILE", "a,b", "SEALED_SECRETS_NAME", "variable"));
        FlagValues line = FlagParser.parse(KNOWN, List.of("--from-file", "c", "--name", "line"));

        FlagValues values = variables.overriddenBy(line, KNOWN);

        assertThat(values.list(CommandFlags.FROM_FILE)).containsExactly("a", "b", "c");
        assertThat(values.text(CommandFlags.NAME)).isEqualTo("line");
    }
}
