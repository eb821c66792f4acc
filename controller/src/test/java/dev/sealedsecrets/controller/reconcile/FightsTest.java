package dev.sealedsecrets.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.controller.cluster.ObjectKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FightsTest {
    private static final ObjectKey KEY = new ObjectKey("ns", "s");

    private long now = Long.MAX_VALUE - 5;
    private final Fights fights = new Fights(() -> now);

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void theFirstRepairsAreNotPutOff() {
        for (int i = 1; i < Fights.PATIENCE; i++) {
            assertThat(fights.repaired(KEY)).isFalse();
            assertThat(fights.pause(KEY)).isZero();
        }
        assertThat(fights.repaired(KEY)).isTrue();
        assertThat(fights.pause(KEY)).isEqualTo(Duration.ofSeconds(1));
        assertThat(fights.pause(new ObjectKey("ns", "other"))).isZero();
    }

    @Test
    void thePausesGrowAndEnd() {
        for (int i = 0; i < Fights.PATIENCE; i++) {
            fights.repaired(KEY);
        }
        Duration pause = Duration.ofSeconds(1);
        for (int i = 0; i < 15; i++) {
            assertThat(fights.pause(KEY)).isEqualTo(pause);
            pass(pause);
            assertThat(fights.pause(KEY)).isZero();
            assertThat(fights.repaired(KEY)).as("is told once").isFalse();
            pause = pause.multipliedBy(2).compareTo(Duration.ofMinutes(5)) > 0
                    ? Duration.ofMinutes(5)
                    : pause.multipliedBy(2);
        }
    }

    @Test
    void aQuietMinuteEndsTheFight() {
        for (int i = 0; i < Fights.PATIENCE; i++) {
            fights.repaired(KEY);
        }
        pass(Duration.ofSeconds(1).plus(Fights.QUIET));

        assertThat(fights.repaired(KEY)).isFalse();
        assertThat(fights.pause(KEY)).isZero();
    }

    @Test
    void whatHasGoneIsForgotten() {
        for (int i = 0; i < Fights.PATIENCE; i++) {
            fights.repaired(KEY);
        }
        fights.forget(KEY);

        assertThat(fights.pause(KEY)).isZero();
    }
}
