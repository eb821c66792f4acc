package dev.sealedsecrets.controller.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong now = new AtomicLong(-5);
    private final List<Long> sleeps = new ArrayList<>();
    private final AtomicReference<TokenBucket> second = new AtomicReference<>();

    @Test
    void aBurstPassesAtOnceAndThenTheRateHolds() {
        TokenBucket bucket = bucket(10, 3);

        take(bucket, 5);

        assertThat(sleeps).containsExactly(100 * MILLISECOND, 100 * MILLISECOND);
    }

    @Test
    void idleTimeIsSavedUpToTheBurst() {
        TokenBucket bucket = bucket(10, 2);
        take(bucket, 2);
        now.addAndGet(3_600_000 * MILLISECOND);

        take(bucket, 3);

        assertThat(sleeps).containsExactly(100 * MILLISECOND);
    }

    @Test
    void callersThatComeTogetherWaitOneAfterTheOther() {
        TokenBucket bucket = new TokenBucket(10, 1, now::get, nanos -> {
            sleeps.add(nanos);
            // A later caller comes while this one still waits.
            now.addAndGet(sleeps.size() == 1 ? 0 : nanos);
            if (sleeps.size() == 1) {
                Objects.requireNonNull(second.get()).take();
            }
        });
        second.set(bucket);

        take(bucket, 2);

        assertThat(sleeps).containsExactly(100 * MILLISECOND, 200 * MILLISECOND);
    }

    @Test
    void aWaitThatEndsEarlyGoesOn() {
        TokenBucket bucket = new TokenBucket(10, 1, now::get, nanos -> {
            sleeps.add(nanos);
            now.addAndGet(Math.min(nanos, 60 * MILLISECOND));
        });

        take(bucket, 2);

        assertThat(sleeps).containsExactly(100 * MILLISECOND, 40 * MILLISECOND);
    }

    @Test
    void withoutARateNobodyWaits() {
        take(bucket(0, 0), 1_000);
        take(bucket(-1, 5), 1_000);

        assertThat(sleeps).isEmpty();
    }

    @Test
    void aBurstOfNothingLetsOneCallPass() {
        take(bucket(10, 0), 2);

        assertThat(sleeps).containsExactly(100 * MILLISECOND);
    }

    private TokenBucket bucket(double qps, int burst) {
        return new TokenBucket(qps, burst, now::get, nanos -> {
            sleeps.add(nanos);
            now.addAndGet(nanos);
        });
    }

    private static void take(TokenBucket bucket, int times) {
        for (int i = 0; i < times; i++) {
            bucket.take();
        }
    }
}
