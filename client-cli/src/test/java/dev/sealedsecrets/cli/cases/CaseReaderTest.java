package dev.sealedsecrets.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CaseReaderTest {

    private static final String CASE = "{name: n, area: a, why: w, args: [], expect: {exit: 0}%s}";

    @Test
    void aCaseOfNothingButItsNameExpectsSilence() {
        GoldenCase golden = CaseReader.read(CASE.formatted(""));

        assertThat(golden.title()).isEqualTo("a/n");
        assertThat(golden.expectation().stdout().complaints("stdout", List.of("")))
                .isEmpty();
        assertThat(golden.expectation().stdout().complaints("stdout", List.of("x")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", colour: red | unknown key in the case: colour",
                ", stdin: a, stdinBase64: YQ== | stdin and stdinBase64 exclude each other",
                ", upstream: deviates | upstream and upstreamObserved go together",
                ", upstream: differs, upstreamObserved: it | upstream must be 'deviates' or absent",
                ", tty: false | tty of the case must be true or absent",
                ", env: {A: 1} | A must be a text",
                ", cluster: {} | requests are expected if and only if there is a cluster",
                ", cluster: {colour: red} | unknown key in cluster: colour",
                ", cluster: {cert: {colour: red}} | unknown key in an answer: colour",
            })
    void aCaseThatIsWrongItselfIsRefused(String more, String message) {
        assertThatExceptionOfType(CaseException.class)
                .isThrownBy(() -> CaseReader.read(CASE.formatted(more)))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{exit: 0, colour: red} | unknown key in expect: colour",
                "{} | expect lacks the key exit",
                "{exit: none} | exit of expect must be a number",
                "{exit: 0, requests: []} | requests are expected if and only if there is a cluster",
            })
    void anExpectationThatIsWrongItselfIsRefused(String expect, String message) {
        assertThatExceptionOfType(CaseException.class)
                .isThrownBy(() -> CaseReader.read("{name: n, area: a, why: w, args: [], expect: %s}".formatted(expect)))
                .withMessage(message);
    }

    @Test
    void theLabelsOfExpectedItemsAreKnown() {
        GoldenCase golden = CaseReader.read(
                "{name: n, area: a, why: w, args: [], expect: {exit: 0, stdout: '${sealed:ns/s:dg==} ${kept@second:ns:dg==}'}}");

        assertThat(golden.expectation().labels()).containsExactly("", "ns", "ns/s");
    }
}
