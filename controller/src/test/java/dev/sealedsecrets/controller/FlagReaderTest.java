package dev.sealedsecrets.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagReaderTest {
    private final FlagReader reader = new FlagReader();

    @Test
    void valuesStandAfterAnEqualsSignOrAsTheNextArgument() throws CommandLineException {
        FlagValues values = read("--key-size", "2048", "--key-ttl=1h30m", "--kubeclient-qps=-1", "--my-cn=a=b");
        assertThat(values.get(Flags.KEY_SIZE)).isEqualTo(2048);
        assertThat(values.get(Flags.KEY_TTL)).isEqualTo(Duration.ofMinutes(90));
        assertThat(values.get(Flags.KUBECLIENT_QPS)).isEqualTo(-1.0);
        assertThat(values.get(Flags.MY_CN)).isEqualTo("a=b");
    }

    @Test
    void booleansStandAloneAndOtherArgumentsAreIgnored() throws CommandLineException {
        FlagValues values = read("--skip-recreate", "false", "--update-status=false", "--all-namespaces=T", "-", "x");
        assertThat(values.get(Flags.SKIP_RECREATE)).isTrue();
        assertThat(values.get(Flags.UPDATE_STATUS)).isFalse();
        assertThat(values.get(Flags.ALL_NAMESPACES)).isTrue();
    }

    @Test
    void theLastValueCounts() throws CommandLineException {
        assertThat(read("--key-size=1", "--key-size=2").get(Flags.KEY_SIZE)).isEqualTo(2);
    }

    @Test
    void nothingAfterTwoDashesIsRead() throws CommandLineException {
        assertThat(read("--", "--nope").get(Flags.KEY_SIZE)).isEqualTo(4096);
    }

    @ParameterizedTest
    @CsvSource({"4096, 4096", "0x800, 2048", "0b11, 3", "0o17, 15", "017, 15", "1_000, 1000", "-2, -2", "+7, 7", "0, 0"
    })
    void numbersAreWrittenAsInGo(String text, int number) throws CommandLineException {
        assertThat(read("--max-unseal-retries=" + text).get(Flags.MAX_UNSEAL_RETRIES))
                .isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--nope | unknown flag: --nope",
                "--nope=x | unknown flag: --nope",
                "--key-size | flag needs an argument: --key-size",
                "--key-size=abc | invalid argument \"abc\" for \"--key-size\" flag: strconv.ParseInt: parsing \"abc\": invalid syntax",
                "--key-size=1.5 | invalid argument \"1.5\" for \"--key-size\" flag: strconv.ParseInt: parsing \"1.5\": invalid syntax",
                "--key-size=0x | invalid argument \"0x\" for \"--key-size\" flag: strconv.ParseInt: parsing \"0x\": invalid syntax",
                "--key-size=9999999999 | invalid argument \"9999999999\" for \"--key-size\" flag: strconv.ParseInt: parsing \"9999999999\": value out of range",
                "--key-renew-period=30 | invalid argument \"30\" for \"--key-renew-period\" flag: time: missing unit in duration \"30\"",
                "--rotate-period=x | invalid argument \"x\" for \"--rotate-period\" flag: time: invalid duration \"x\"",
                "--update-status=maybe | invalid argument \"maybe\" for \"--update-status\" flag: strconv.ParseBool: parsing \"maybe\": invalid syntax",
                "--kubeclient-qps=fast | invalid argument \"fast\" for \"--kubeclient-qps\" flag: strconv.ParseFloat: parsing \"fast\": invalid syntax",
                "--=x | bad flag syntax: --=x",
                "---x | bad flag syntax: ---x",
                "-vx | unknown shorthand flag: 'v' in -vx"
            })
    void errorsNameFlagAndReason(String argument, String message) {
        assertThatThrownBy(() -> reader.readArguments(List.of(argument)))
                .isInstanceOf(CommandLineException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "--help=true"})
    void helpEndsTheReading(String help) throws CommandLineException {
        reader.readArguments(List.of(help, "--nope"));
        assertThat(reader.isHelpWanted()).isTrue();
    }

    @Test
    void aDeprecatedNameSetsTheFlagAndIsNoted() throws CommandLineException {
        assertThat(read("--rotate-period=5m").get(Flags.KEY_RENEW_PERIOD)).isEqualTo(Duration.ofMinutes(5));
        assertThat(reader.notices())
                .containsExactly("Flag --rotate-period has been deprecated, please use key-renew-period instead");
    }

    @Test
    void theEnvironmentSetsWhatTheCommandLineLeaves() throws CommandLineException {
        reader.readArguments(List.of("--key-size=2048"));
        List<String> ignored = reader.readEnvironment(Map.of(
                "SEALED_SECRETS_KEY_SIZE", "8192",
                "SEALED_SECRETS_VERSION", "true",
                "SEALED_SECRETS_ROTATE_PERIOD", "1h",
                "KEY_PREFIX", "ignored"));
        FlagValues values = reader.values();
        assertThat(values.get(Flags.KEY_SIZE)).isEqualTo(2048);
        assertThat(values.get(Flags.VERSION)).isTrue();
        assertThat(values.get(Flags.KEY_RENEW_PERIOD)).isEqualTo(Duration.ofHours(1));
        assertThat(values.get(Flags.KEY_PREFIX)).isEqualTo("sealed-secrets-key");
        assertThat(ignored).isEmpty();
    }

    @Test
    void anEnvironmentValueThatDoesNotParseIsIgnoredAndNamed() {
        List<String> ignored = reader.readEnvironment(Map.of("SEALED_SECRETS_MAX_UNSEAL_RETRIES", "many"));
        assertThat(ignored).containsExactly("SEALED_SECRETS_MAX_UNSEAL_RETRIES");
        assertThat(reader.values().get(Flags.MAX_UNSEAL_RETRIES)).isEqualTo(5);
    }

    private FlagValues read(String... arguments) throws CommandLineException {
        reader.readArguments(List.of(arguments));
        return reader.values();
    }
}
