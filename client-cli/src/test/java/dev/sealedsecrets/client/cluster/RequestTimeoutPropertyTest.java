package dev.sealedsecrets.client.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class RequestTimeoutPropertyTest {

    @Property
    void whatIsWrittenReadsAsTheSameTime(@ForAll @LongRange(min = 0, max = 1L << 62) long nanoseconds)
            throws KubeconfigException {
        Duration time = Duration.ofNanos(nanoseconds);

        assertThat(RequestTimeout.parse(RequestTimeout.text(time))).isEqualTo(time);
    }

    @Property
    void everyTextIsATimeOrRefused(@ForAll String text) {
        try {
            assertThat(RequestTimeout.parse(text)).isGreaterThanOrEqualTo(Duration.ZERO);
        } catch (KubeconfigException e) {
            assertThat(e).hasMessageStartingWith("Invalid timeout value.");
        }
    }
}
