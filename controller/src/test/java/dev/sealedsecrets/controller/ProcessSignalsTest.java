package dev.sealedsecrets.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProcessSignalsTest {
    private final ProcessSignals signals = new ProcessSignals();

    @Test
    void aKeyIsMadeForEachRequestOnceThereIsAMaker() {
        AtomicInteger made = new AtomicInteger();
        signals.requestKey();
        signals.onKeyRequest(made::incrementAndGet);
        signals.requestKey();
        signals.requestKey();
        assertThat(made).hasValue(2);
    }

    @Test
    @Timeout(20)
    void theEndIsWaitedForAndMayComeFirst() throws InterruptedException {
        signals.requestEnd();
        signals.requestEnd();
        signals.awaitEnd();
    }
}
