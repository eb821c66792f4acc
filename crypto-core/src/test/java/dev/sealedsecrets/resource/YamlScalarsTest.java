package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlScalarsTest {
    @ParameterizedTest
    @ValueSource(strings = {"y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"})
    void manySpellingsOfTrue(String written) {
        assertThat(YamlScalars.resolve(written)).isEqualTo(new Tree.Bool(true, written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"})
    void manySpellingsOfFalse(String written) {
        assertThat(YamlScalars.resolve(written)).isEqualTo(new Tree.Bool(false, written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void spellingsOfNull(String written) {
        assertThat(YamlScalars.resolve(written)).isEqualTo(new Tree.Null(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "+1",
                "0777",
                "0o7",
                "-0x1f",
                "0XAB",
                "0b101",
                "1_000",
                "-_1",
                "9223372036854775808",
                "18446744073709551615",
                "12345678901234567890123",
                "1.",
                ".5",
                "+.5",
                "1.10",
                "1e3",
                "1.e-3",
                "08",
                ".1_0",
                "-9223372036854775808",
                ".inf",
                "-.INF",
                "+.Inf",
                ".NaN",
                "1E+5"
            })
    void numbers(String written) {
        assertThat(YamlScalars.resolve(written)).isEqualTo(new Tree.Numeral(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "-",
                "+",
                ".",
                "_1",
                "yEs",
                "tRUE",
                "nULL",
                "0x",
                "0b2",
                "0o8",
                "0xG",
                "1e",
                "1e999",
                "1.2.3",
                "1-2",
                "inf",
                "NaN",
                "+.nan",
                "12:30",
                "2001-01-01",
                "=",
                "<<",
                "._1",
                ".1_",
                ".1__0",
                "0x10000000000000000",
                "１",
                "1e+",
                "0-1"
            })
    void everythingElseIsText(String written) {
        assertThat(YamlScalars.resolve(written)).isEqualTo(Tree.text(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "",
                "1",
                ".inf",
                "<<",
                "2001-01-02",
                "2001-1-2",
                "2004-02-29",
                "2001-01-02T03:04:05Z",
                "2001-01-02t3:4:5.67+01:00",
                "2001-01-02 03:04:05",
                "2001-01-02   3:4:5",
                "2001-01-02 03:04:05,5",
                "2001-01-02T03:04:05-24:60",
                "12:30",
                "+12:30:45",
                "1_0:5",
                "190:20:30.15",
                "1:2.",
                "-1:0"
            })
    void whatSomeReaderTakesForAnotherTypeDoesNotStayText(String text) {
        assertThat(YamlScalars.staysText(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "2001-13-01",
                "2001-02-29",
                "1900-02-29",
                "2001-04-31",
                "2001-01-00",
                "2001-01",
                "2001-01-02T",
                "2001-01-02T03:04",
                "2001-01-02T24:00:00Z",
                "2001-01-02T03:60:00Z",
                "2001-01-02T03:04:60Z",
                "2001-01-02T03:04:05",
                "2001-01-02T03:04:05+1:00",
                "2001-01-02T03:04:05+25:00",
                "2001-01-02T03:04:05+01:61",
                "2001-01-02 03:04:05Z",
                "2001-01-02x",
                "2001-01-02T03:04:05.Z",
                "12001-01-02",
                "12:60",
                "12:",
                "12:300",
                "a:30",
                ":30",
                "12:30x",
                "12:30.x",
                "-:1",
                "_1:30"
            })
    void whatOnlyLooksLikeItStaysText(String text) {
        assertThat(YamlScalars.staysText(text)).isTrue();
    }
}
