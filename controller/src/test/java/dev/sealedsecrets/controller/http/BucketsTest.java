package dev.sealedsecrets.controller.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketsTest {
    private final Quota quota = new Quota(10, 1);
    private final Buckets<Integer> buckets = new Buckets<>();

    @Test
    void whileThereAreTooManyBusyCallersFurtherOnesAreRefused() {
        fill(0);
        Quota.Draw draw = buckets.draw(-1, quota, 9);
        assertThat(draw.granted()).isFalse();
        assertThat(draw.retryNanos()).isPositive();
        assertThat(buckets.size()).isEqualTo(Buckets.CAPACITY);
    }

    @Test
    void fullBucketsMakeRoom() {
        fill(0);
        assertThat(buckets.draw(-1, quota, 10).granted()).isTrue();
        assertThat(buckets.size()).isZero();
    }

    @Test
    void aKnownCallerKeepsItsBucketInACrowd() {
        fill(0);
        assertThat(buckets.draw(7, quota, 10).granted()).isTrue();
    }

    private void fill(long now) {
        for (int caller = 0; caller < Buckets.CAPACITY; caller++) {
            buckets.take(caller, buckets.draw(caller, quota, now));
        }
    }
}
