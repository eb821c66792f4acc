package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerReaderTest {
    @ParameterizedTest
    @CsvSource({"020100, 0", "02017f, 127", "02020080, 128", "0201ff, -1", "0202ff7f, -129"})
    void readsShortestIntegers(String hex, BigInteger value) throws Exception {
        assertThat(reader(hex).integer()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0200", "0202007f", "0202ff80", "0102ff", "0302ff", "", "02", "020201"})
    void refusesOtherIntegers(String hex) {
        assertThatThrownBy(() -> reader(hex).integer()).isInstanceOf(MalformedDerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"020100", "0201ff"})
    void zeroAndLessAreNotPositive(String hex) {
        assertThatThrownBy(() -> reader(hex).positiveInteger()).isInstanceOf(MalformedDerException.class);
    }

    @ParameterizedTest
    @CsvSource({"0101ff, true", "010100, false"})
    void readsTruthValues(String hex, boolean value) throws Exception {
        assertThat(reader(hex).truth()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"010101", "0100", "0102ffff", "0201ff"})
    void refusesOtherTruthValues(String hex) {
        assertThatThrownBy(() -> reader(hex).truth()).isInstanceOf(MalformedDerException.class);
    }

    @Test
    void readsLongLengths() throws Exception {
        assertThat(reader("048180" + "00".repeat(0x80)).octetString()).hasSize(0x80);
        assertThat(reader("04820100" + "00".repeat(0x100)).octetString()).hasSize(0x100);
        assertThat(reader("0483010000" + "00".repeat(0x10000)).octetString()).hasSize(0x10000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0480", // indefinite
                "048100", // longer than needed
                "04817f",
                "048200ff",
                "048300ffff",
                "048401000000", // above the limit
                "0481", // cut
                "0405ffffffff" // reaches beyond the end
            })
    void refusesOtherLengths(String hex) {
        assertThatThrownBy(() -> reader(hex
                                + "00"
                                        .repeat(0x7f)
                                        .substring(0, hex.startsWith("0405") || hex.equals("0481") ? 0 : 0xfe))
                        .octetString())
                .isInstanceOf(MalformedDerException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "06092a864886f70d010101, 1.2.840.113549.1.1.1",
        "06032b6570, 1.3.101.112",
        "0603883703, 2.999.3",
        "060127, 0.39",
        "060587ffffff7f, 2.2147483567"
    })
    void readsObjectIdentifiers(String hex, String dotted) throws Exception {
        assertThat(reader(hex).objectIdentifier()).isEqualTo(dotted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0600", "06022a80", "06032a8001", "060588808080" + "00", "060188"})
    void refusesOtherObjectIdentifiers(String hex) {
        assertThatThrownBy(() -> reader(hex).objectIdentifier()).isInstanceOf(MalformedDerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0300", "030101", "03020180"})
    void refusesBitStringsThatAreNotWholeOctets(String hex) {
        assertThatThrownBy(() -> reader(hex).bitStringOctets()).isInstanceOf(MalformedDerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1f8101", "1f", ""})
    void refusesTagsOfSeveralBytesAndTheEnd(String hex) {
        assertThatThrownBy(() -> reader(hex).enterAny()).isInstanceOf(MalformedDerException.class);
    }

    @Test
    void doesNotReadBeyondTheEnclosingElement() throws Exception {
        DerReader inner = reader("3003020201" + "02").sequence();

        assertThatThrownBy(inner::integer).isInstanceOf(MalformedDerException.class);
    }

    @Test
    void endNoticesWhatIsLeft() throws Exception {
        DerReader reader = reader("020101" + "0500");
        reader.integer();
        assertThatThrownBy(reader::end).isInstanceOf(MalformedDerException.class);

        assertThat(reader.element()).containsExactly(5, 0);

        reader.end();
    }

    private static DerReader reader(String hex) {
        return new DerReader(HexFormat.of().parseHex(hex));
    }
}
