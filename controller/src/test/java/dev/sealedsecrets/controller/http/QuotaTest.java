package dev.sealedsecrets.controller.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotaTest {
    private static final long SECOND = 1_000_000_000L;

    private final Quota quota = Quota.perSecond(2, 3);
    /** Near the end of the clock's range: it may run over while the program does. */
    private final long origin = Long.valueOf(Long.MAX_VALUE - 1);

    private long fullAt = origin;

    @Test
    void thereAreAsManyAtOnceAsTheLimit() {
        assertThat(ask(origin).remaining()).isEqualTo(2);
        assertThat(ask(origin).remaining()).isEqualTo(1);
        Quota.Draw last = ask(origin);
        assertThat(last.granted()).isTrue();
        assertThat(last.remaining()).isZero();
        assertThat(last.resetNanos()).isEqualTo(3 * SECOND / 2);
    }

    @Test
    void thenOnePerInterval() {
        for (int i = 0; i < 3; i++) {
            ask(origin);
        }
        Quota.Draw refused = ask(origin + SECOND / 4);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.retryNanos()).isEqualTo(SECOND / 4);
        assertThat(refused.resetNanos()).isEqualTo(5 * SECOND / 4);
        assertThat(ask(origin + SECOND / 2).granted()).isTrue();
        assertThat(ask(origin + SECOND / 2).granted()).isFalse();
    }

    @Test
    void aRefusalTakesNothing() {
        for (int i = 0; i < 20; i++) {
            ask(origin);
        }
        assertThat(ask(origin + SECOND / 2).granted()).isTrue();
    }

    @Test
    void afterAPauseTheBucketIsFullAndNotFuller() {
        for (int i = 0; i < 3; i++) {
            ask(origin);
        }
        assertThat(ask(origin + 100 * SECOND).remaining()).isEqualTo(2);
    }

    @Test
    void ratesBeyondTheClockAreAsFastAsTheClock() {
        assertThat(Quota.perSecond(20.0 * Integer.MAX_VALUE, 20L * Integer.MAX_VALUE)
                        .intervalNanos())
                .isEqualTo(1);
    }

    private Quota.Draw ask(long now) {
        Quota.Draw draw = quota.draw(fullAt, now);
        fullAt = draw.fullAt();
        return draw;
    }
}
