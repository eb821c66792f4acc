package dev.sealedsecrets.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagParserTest {

    @ParameterizedTest
    @ValueSource(strings = {"--format yaml", "--format=yaml", "-o yaml", "-oyaml", "-o=yaml", "-o json -oyaml"})
    void everyFormOfAValueIsUnderstood(String line) throws CommandException {
        FlagValues values = parse(line);

        assertThat(values.text(CommandFlags.FORMAT)).isEqualTo("yaml");
        assertThat(values.isSet(CommandFlags.FORMAT)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "--raw, true",
        "--raw=true, true",
        "--raw=T, true",
        "--raw=1, true",
        "--raw=TRUE, true",
        "--raw --raw=false, false",
        "--raw=f, false",
        "--raw=0, false",
        "--raw=False, false",
    })
    void aSwitchTakesItsValueBehindAnEqualsSignOnly(String line, boolean expected) throws CommandException {
        assertThat(parse(line).isOn(CommandFlags.RAW)).isEqualTo(expected);
    }

    @Test
    void whatIsNotGivenHasItsInitialValue() throws CommandException {
        FlagValues values = parse("--");

        assertThat(values.text(CommandFlags.FORMAT)).isEqualTo("json");
        assertThat(values.text(CommandFlags.CONTROLLER_NAMESPACE)).isEqualTo("kube-system");
        assertThat(values.text(CommandFlags.SCOPE)).isEqualTo("strict");
        assertThat(values.list(CommandFlags.FROM_FILE)).isEmpty();
        assertThat(values.isOn(CommandFlags.RAW)).isFalse();
        assertThat(values.isSet(CommandFlags.FORMAT)).isFalse();
    }

    @Test
    void aValueMayLookLikeAFlagOrBeEmpty() throws CommandException {
        FlagValues values = parse(List.of("--cert", "--raw", "--name", "", "-o", "=", "-n="));

        assertThat(values.text(CommandFlags.CERT)).isEqualTo("--raw");
        assertThat(values.isSet(CommandFlags.NAME)).isTrue();
        assertThat(values.text(CommandFlags.FORMAT)).isEqualTo("=");
        assertThat(values.text(ConnectionFlags.NAMESPACE)).isEqualTo("=");
    }

    @Test
    void listsAddUpAndOnlySomeAreSplitAtCommas() throws CommandException {
        FlagValues values = parse("--from-file a,b --from-file c --as-group x,y --as-group z");

        assertThat(values.list(CommandFlags.FROM_FILE)).containsExactly("a", "b", "c");
        assertThat(values.list(ConnectionFlags.AS_GROUP)).containsExactly("x,y", "z");
    }

    @Test
    void quotesKeepCommas() throws CommandException {
        assertThat(parse(List.of("--from-file", "\"a,\"\"b\"\"\",c,")).list(CommandFlags.FROM_FILE))
                .containsExactly("a,\"b\"", "c", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--nope | unknown flag: --nope",
                "--nope=1 | unknown flag: --nope",
                "--valid | unknown flag: --valid",
                "--log-dir=x | unknown flag: --log-dir",
                "--controller_name=x | unknown flag: --controller_name",
                "-Z | unknown shorthand flag: 'Z' in -Z",
                "-h=falseZ | invalid argument \"falseZ\" for \"-h, --help\" flag: strconv.ParseBool: parsing \"falseZ\": invalid syntax",
                "--cert | flag needs an argument: --cert",
                "-o | flag needs an argument: 'o' in -o",
                "--=x | bad flag syntax: --=x",
                "---x | bad flag syntax: ---x",
                "--scope galaxy-wide | invalid argument \"galaxy-wide\" for \"--scope\" flag: must be one of: strict, namespace-wide, cluster-wide",
                "--raw=yes | invalid argument \"yes\" for \"--raw\" flag: strconv.ParseBool: parsing \"yes\": invalid syntax",
                "-v loud | invalid argument \"loud\" for \"-v, --v\" flag: strconv.ParseInt: parsing \"loud\": invalid syntax",
                "--v=99999999999 | invalid argument \"99999999999\" for \"-v, --v\" flag: strconv.ParseInt: parsing \"99999999999\": invalid syntax",
                "--log_file_max_size=-1 | invalid argument \"-1\" for \"--log_file_max_size\" flag: strconv.ParseUint: parsing \"-1\": invalid syntax",
                "--stderrthreshold=LOUD | invalid argument \"LOUD\" for \"--stderrthreshold\" flag: strconv.ParseInt: parsing \"LOUD\": invalid syntax",
                "--vmodule=x | invalid argument \"x\" for \"--vmodule\" flag: syntax error: expect comma-separated list of filename=N",
                "--vmodule=x=y | invalid argument \"x=y\" for \"--vmodule\" flag: strconv.ParseInt: parsing \"y\": invalid syntax",
                "--log_backtrace_at=x | invalid argument \"x\" for \"--log_backtrace_at\" flag: syntax error: expect file.go:234",
                "--from-file a\"b | invalid argument \"a\\\"b\" for \"--from-file\" flag: parse error on line 1, column 2: bare \" in non-quoted field",
                "--from-file \"a | invalid argument \"\\\"a\" for \"--from-file\" flag: parse error on line 1, column 1: extraneous or missing \" in quoted-field",
                "--from-file \"a\"b | invalid argument \"\\\"a\\\"b\" for \"--from-file\" flag: parse error on line 1, column 3: extraneous or missing \" in quoted-field",
                "secret.yaml | unexpected argument: \"secret.yaml\"",
                "- | unexpected argument: \"-\"",
                "--raw false | unexpected argument: \"false\"",
                "-- --raw | unexpected argument: \"--raw\"",
            })
    void faultsAreUsageErrorsInTheKnownWords(String line, String message) {
        assertThatThrownBy(() -> parse(line))
                .hasMessage(message)
                .satisfies(e -> assertThat(((CommandException) e).exitStatus()).isEqualTo(2));
    }

    @Test
    void theLogFlagsAcceptTheirTypes() throws CommandException {
        FlagValues values = parse("-v 3 --v=4 --vmodule=a=1,b=2 --vmodule= --stderrthreshold=WARNING "
                + "--log_backtrace_at=a.go:7 --log_backtrace_at= --log_file_max_size=7 --logtostderr=false");

        assertThat(values.text(FlagSet.ofKubeseal().named("v").orElseThrow())).isEqualTo("4");
    }

    @Test
    void whoeverAsksForHelpGetsItWhateverFollows() throws CommandException {
        assertThat(parse("--help --nope").isOn(CommandFlags.HELP)).isTrue();
        assertThatThrownBy(() -> parse("--nope --help")).hasMessage("unknown flag: --nope");
        assertThatThrownBy(() -> parse("--help=false --nope")).hasMessage("unknown flag: --nope");
    }

    private static FlagValues parse(String line) throws CommandException {
        return parse(Arrays.asList(line.split(" ")));
    }

    private static FlagValues parse(List<String> arguments) throws CommandException {
        return FlagParser.parse(FlagSet.ofKubeseal(), arguments);
    }
}
