package dev.sealedsecrets.controller.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogThresholdTest {
    @ParameterizedTest
    @CsvSource({
        "DEBUG, DEBUG",
        "debug, DEBUG",
        "DEBUG-4, DEBUG",
        "DEBUG+4, INFO",
        "Info, INFO",
        "INFO+1, WARN",
        "INFO-1, INFO",
        "INFO-4, DEBUG",
        "warn, WARN",
        "WARN+2, ERROR",
        "ERROR, ERROR",
        "ERROR+1, OFF",
        "verbose, INFO",
        "'', INFO",
        "WARN+, INFO",
        "WARN+x, INFO"
    })
    void aLevelIsANameAndWhatIsAdded(String text, String level) {
        assertThat(LogThreshold.of(text).level()).hasToString(level);
    }
}
