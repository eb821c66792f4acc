package dev.sealedsecrets.controller.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalTest {
    private static final Instant NOW = Instant.parse("2026-01-31T00:00:00Z");

    @Test
    void aKeyIsDueAtStartWhenThereIsNone() {
        assertThat(Renewal.isDueAtStart(Optional.empty(), null)).isTrue();
    }

    @Test
    void aKeyIsDueAtStartWhenTheNewestIsOlderThanTheCutoff() {
        assertThat(Renewal.isDueAtStart(Optional.of(NOW.minusSeconds(1)), NOW)).isTrue();
        assertThat(Renewal.isDueAtStart(Optional.of(NOW), NOW)).isFalse();
        assertThat(Renewal.isDueAtStart(Optional.of(NOW.minusSeconds(1)), null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 720", "1, 719", "719, 1", "720, 0", "9999, 0", "-1, 721"})
    void theFirstRenewalIsAPeriodAfterTheNewestKey(long ageInHours, long expectedHours) {
        assertThat(Renewal.untilFirst(NOW.minus(Duration.ofHours(ageInHours)), NOW, Duration.ofHours(720)))
                .isEqualTo(Duration.ofHours(expectedHours));
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "6, 160", "7, 300", "1000, 300"})
    void failedAttemptsAreRepeatedWithinMinutes(int failures, long seconds) {
        assertThat(Renewal.untilRetry(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
