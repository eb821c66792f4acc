package dev.sealedsecrets.controller.http;

import static dev.sealedsecrets.controller.http.RequestLimiter.Path.ROTATE;
import static dev.sealedsecrets.controller.http.RequestLimiter.Path.VERIFY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestLimiterTest {
    private static final long SECOND = 1_000_000_000L;

    private long now = -5 * SECOND;
    private final RequestLimiter limiter = new RequestLimiter(2, 2, () -> now);

    @Test
    void verifyHasThreeAtOnceThenTwoPerSecond() {
        assertThat(granted(20, VERIFY, "", "peer")).isEqualTo(3);
        now += SECOND;
        assertThat(granted(20, VERIFY, "", "peer")).isEqualTo(2);
    }

    @Test
    void rotateHasTenTimesAsMuchAndItsOwnBucket() {
        granted(20, VERIFY, "", "peer");
        assertThat(granted(50, ROTATE, "", "peer")).isEqualTo(30);
        now += SECOND;
        assertThat(granted(50, ROTATE, "", "peer")).isEqualTo(20);
    }

    @Test
    void usersBehindTheProxyDoNotDisturbEachOther() {
        granted(20, VERIFY, "192.0.2.1", "proxy");
        assertThat(limiter.ask(VERIFY, "192.0.2.2", "proxy").granted()).isTrue();
    }

    @Test
    void inventedHeadersGainNothingBeyondThePeersBucket() {
        long granted = IntStream.range(0, 300)
                .filter(i -> limiter.ask(VERIFY, "invented " + i, "peer").granted())
                .count();
        assertThat(granted).isEqualTo(60);
        assertThat(limiter.ask(ROTATE, "another", "peer").granted()).isFalse();
        assertThat(limiter.ask(VERIFY, "", "other peer").granted()).isTrue();
        now += SECOND;
        assertThat(granted(100, ROTATE, "fresh", "peer")).isEqualTo(30);
    }

    @Test
    void thePeersRefusalTakesNothingFromTheCaller() {
        IntStream.range(0, 60).forEach(i -> limiter.ask(VERIFY, "invented " + i, "peer"));
        Quota.Draw refused = limiter.ask(VERIFY, "honest", "peer");
        assertThat(refused.granted()).isFalse();
        assertThat(refused.limit()).isEqualTo(60);
        assertThat(granted(5, VERIFY, "honest", "other peer")).isEqualTo(3);
    }

    @Test
    void theCallersRefusalTakesNothingFromThePeer() {
        granted(1000, VERIFY, "noisy", "peer");
        long others = IntStream.range(0, 100)
                .filter(i -> limiter.ask(VERIFY, "other " + i, "peer").granted())
                .count();
        assertThat(others).isEqualTo(57);
    }

    @Test
    void ofALongHeaderTheEndCounts() {
        String proxies = ", 192.0.2.1".repeat(30);
        granted(3, VERIFY, "forged 1" + proxies, "peer");
        assertThat(limiter.ask(VERIFY, "forged 2" + proxies, "peer").granted()).isFalse();
    }

    private long granted(int requests, RequestLimiter.Path path, String forwardedFor, String peer) {
        return IntStream.range(0, requests)
                .filter(i -> limiter.ask(path, forwardedFor, peer).granted())
                .count();
    }
}
