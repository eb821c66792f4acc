package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerTimeTest {
    @ParameterizedTest
    @CsvSource({
        "500101000000Z, 1950-01-01T00:00:00Z",
        "491231235959Z, 2049-12-31T23:59:59Z",
        "000229120000Z, 2000-02-29T12:00:00Z",
        "20500101000000Z, 2050-01-01T00:00:00Z",
        "99991231235959Z, 9999-12-31T23:59:59Z",
        "00010101000000Z, 0001-01-01T00:00:00Z"
    })
    void readsBothForms(String text, Instant instant) throws Exception {
        assertThat(DerTime.read(element(text))).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010229120000Z",
                "011301000000Z",
                "010101240000Z",
                "010101000060Z",
                "0101010000Z",
                "010101000000+0000",
                "010101000000",
                "01010100000aZ",
                "0101010000-1Z",
                "20500101000000.5Z",
                ""
            })
    void refusesOtherTexts(String text) {
        assertThatThrownBy(() -> DerTime.read(element(text))).isInstanceOf(MalformedDerException.class);
    }

    @Test
    void refusesOtherElements() {
        assertThatThrownBy(() -> DerTime.read(new DerReader(new byte[] {2, 1, 0})))
                .isInstanceOf(MalformedDerException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1949-12-31T23:59:59Z, 24",
        "1950-01-01T00:00:00Z, 23",
        "2049-12-31T23:59:59Z, 23",
        "2050-01-01T00:00:00Z, 24",
        "0000-01-01T00:00:00Z, 24",
        "9999-12-31T23:59:59Z, 24"
    })
    void writesTheFirstFormWhereItCanBeUsed(Instant instant, int tag) throws Exception {
        byte[] element = DerTime.write(instant);

        assertThat(element[0]).isEqualTo((byte) tag);
        assertThat(DerTime.read(new DerReader(element))).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void yearsWithoutFourDigitsAreNotWritten(Instant instant) {
        assertThatThrownBy(() -> DerTime.write(instant)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DerReader element(String text) {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        byte[] element = new byte[octets.length + 2];
        element[0] = (byte) (octets.length == 13 ? DerReader.UTC_TIME : DerReader.GENERALIZED_TIME);
        element[1] = (byte) octets.length;
        System.arraycopy(octets, 0, element, 2, octets.length);
        return new DerReader(element);
    }
}
