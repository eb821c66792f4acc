package dev.sealedsecrets.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "-0, PT0S",
        "720h0m0s, PT720H",
        "1h30m, PT1H30M",
        "90s, PT1M30S",
        "+5s, PT5S",
        "-1.5h, PT-1H-30M",
        ".5m, PT30S",
        "1.m, PT1M",
        "100ms, PT0.1S",
        "3us, PT0.000003S",
        "3\u00b5s, PT0.000003S",
        "3\u03bcs, PT0.000003S",
        "7ns, PT0.000000007S",
        "1.9ns, PT0.000000001S",
        "1s1s, PT2S",
        "2562047h47m16.854775807s, PT2562047H47M16.854775807S"
    })
    void readsWhatGoReads(String text, Duration duration) throws FlagValueException {
        assertThat(GoDuration.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({
        "30, time: missing unit in duration \"30\"",
        "1h30, time: missing unit in duration \"1h30\"",
        "1d, time: unknown unit \"d\" in duration \"1d\"",
        "1hm, time: unknown unit \"hm\" in duration \"1hm\"",
        "'', time: invalid duration \"\"",
        "-, time: invalid duration \"-\"",
        "h, time: invalid duration \"h\"",
        ".s, time: invalid duration \".s\"",
        "soon, time: invalid duration \"soon\"",
        "--1s, time: invalid duration \"--1s\"",
        "9999999999h, time: invalid duration \"9999999999h\"",
        "2562047h47m16.854775808s, time: invalid duration \"2562047h47m16.854775808s\""
    })
    void refusesTheRestInTheWordsOfGo(String text, String reason) {
        assertThatThrownBy(() -> GoDuration.parse(text))
                .isInstanceOf(FlagValueException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT720H, 720h0m0s",
        "PT2M, 2m0s",
        "PT1M30.5S, 1m30.5s",
        "PT10S, 10s",
        "PT0.1S, 100ms",
        "PT0.0015S, 1.5ms",
        "PT0.000001S, 1\u00b5s",
        "PT0.000000999S, 999ns",
        "PT-1H, -1h0m0s"
    })
    void writesWhatGoWrites(Duration duration, String text) {
        assertThat(GoDuration.format(duration)).isEqualTo(text);
    }
}
