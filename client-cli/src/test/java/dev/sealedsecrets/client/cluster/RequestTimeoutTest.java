package dev.sealedsecrets.client.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTimeoutTest {

    @ParameterizedTest
    @CsvSource({
        "'', PT0S",
        "0, PT0S",
        "0s, PT0S",
        "90, PT1M30S",
        "1s, PT1S",
        "2m, PT2M",
        "3h, PT3H",
        "1h2m3s, PT1H2M3S",
        "1.5s, PT1.5S",
        "250ms, PT0.25S",
        "10us, PT0.00001S",
        "7ns, PT0.000000007S",
    })
    void readsSecondsAndUnits(String text, Duration expected) throws KubeconfigException {
        assertThat(RequestTimeout.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "1 s",
                "-1",
                "-1s",
                "1d",
                "s",
                ".s",
                "1.2.3s",
                "1s2",
                "9999999999999999999",
                "9999999999h",
                "111111111111111111111111s"
            })
    void refusesOthersWithTheTextThatKubectlHas(String text) {
        assertThatThrownBy(() -> RequestTimeout.parse(text))
                .hasMessage(
                        "Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a "
                                + "corresponding time unit (e.g. 1s | 2m | 3h)");
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 1s", "PT2M, 2m0s", "PT1M30S, 1m30s", "PT3H, 3h0m0s", "PT1.5S, 1.5s", "PT0.25S, 250ms"})
    void writesDurationsAsGoDoes(Duration duration, String expected) {
        assertThat(RequestTimeout.text(duration)).isEqualTo(expected);
    }
}
