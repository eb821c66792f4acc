package dev.sealedsecrets.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;

class GoDurationPropertyTest {
    @Property
    void whatIsWrittenReadsAsTheSame(@ForAll @LongRange(min = -Long.MAX_VALUE) long nanos) throws FlagValueException {
        Duration duration = Duration.ofNanos(nanos);
        assertThat(GoDuration.parse(GoDuration.format(duration))).isEqualTo(duration);
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll @CharRange(from = '+', to = ':') String digits, @ForAll String tail) {
        try {
            assertThat(GoDuration.parse(digits + tail)).isNotNull();
        } catch (FlagValueException refused) {
            assertThat(refused).hasMessageStartingWith("time: ");
        }
    }
}
