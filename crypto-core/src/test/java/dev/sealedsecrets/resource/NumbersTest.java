package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-5, -5",
        "+5, 5",
        "017, 15",
        "0o17, 15",
        "0x1F, 31",
        "-0x1F, -31",
        "0b101, 5",
        "1_000, 1000",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808"
    })
    void integersOfAnyBase(String written, long value) {
        assertThat(Numbers.toLong(written)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "1.5", "1e3", ".5", "x", "", "-", ".1_", ".inf"})
    void whatIsNoLong(String written) {
        assertThat(Numbers.toLong(written)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "10", "1.10", "1e3", "-1.5E+10", "123456789012345678901234567890"})
    void jsonNumbersStayAsWritten(String written) {
        assertThat(Numbers.toJson(written)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "0x1F, 31",
        "007, 7",
        "+1, 1",
        "1_000, 1000",
        "0xFFFFFFFFFFFFFFFF, 18446744073709551615",
        ".5, 0.5",
        "1., 1",
        "+1.5, 1.5",
        "08, 8",
        "1.e3, 1000"
    })
    void otherNumbersBecomeJson(String written, String json) {
        assertThat(Numbers.toJson(written)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {".inf", "-.INF", ".nan", "._5", "x", "", "1e", "-"})
    void whatJsonCannotSay(String written) {
        assertThat(Numbers.toJson(written)).isNull();
    }
}
