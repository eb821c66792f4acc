package dev.sealedsecrets.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
    private static final Duration LEAST = Duration.ofMillis(5);

    /** Draws the greatest value of each range. */
    private final RandomGenerator greatest = new RandomGenerator() {
        @Override
        public long nextLong() {
            throw new UnsupportedOperationException("only ranges are asked for");
        }

        @Override
        public long nextLong(long origin, long bound) {
            return bound - 1;
        }
    };

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 20", "3, 40", "10, 5120", "13, 40960", "14, 60000", "15, 60000", "1000000, 60000"})
    void theGreatestDelayDoublesUpToAMinute(int attempts, long millis) {
        RetryPolicy policy = new RetryPolicy(5, greatest);

        assertThat(policy.next(RetryClass.TRANSIENT, attempts)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @EnumSource(
            value = RetryClass.class,
            names = {"TRANSIENT", "PERMANENT"})
    void delaysAreSpreadAndNeverBelowFiveMilliseconds(RetryClass retryClass) {
        RetryPolicy policy = new RetryPolicy(5, new Random(1));

        assertThat(IntStream.range(0, 200)
                        .mapToObj(i -> policy.next(retryClass, 5).orElseThrow())
                        .toList())
                .allSatisfy(delay -> assertThat(delay).isBetween(LEAST, Duration.ofMillis(160)))
                .anySatisfy(delay -> assertThat(delay).isLessThan(Duration.ofMillis(50)))
                .anySatisfy(delay -> assertThat(delay).isGreaterThan(Duration.ofMillis(110)));
    }

    @Test
    void permanentFailuresAreParkedAfterTheFirstAttemptAndAllRetries() {
        RetryPolicy policy = new RetryPolicy(2, greatest);

        assertThat(policy.next(RetryClass.PERMANENT, 1)).isPresent();
        assertThat(policy.next(RetryClass.PERMANENT, 2)).isPresent();
        assertThat(policy.next(RetryClass.PERMANENT, 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void withoutRetriesThereIsOneAttempt(int maxRetries) {
        RetryPolicy policy = new RetryPolicy(maxRetries, greatest);

        assertThat(policy.next(RetryClass.PERMANENT, 1)).isEmpty();
    }

    @Test
    void transientFailuresAreRetriedWhateverTheLimit() {
        RetryPolicy policy = new RetryPolicy(0, greatest);

        assertThat(policy.next(RetryClass.TRANSIENT, Integer.MAX_VALUE)).isPresent();
    }

    @Test
    void whatOnlySomebodyElseCanChangeIsParkedAtOnce() {
        RetryPolicy policy = new RetryPolicy(5, greatest);

        assertThat(policy.next(RetryClass.HOPELESS, 1)).isEmpty();
    }
}
