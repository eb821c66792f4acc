package dev.sealedsecrets.controller.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final Scheduler scheduler = Scheduler.on(executor);

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void aTaskThatFailsDoesNotEndTheThread() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        scheduler.after(Duration.ZERO, () -> {
            throw new IllegalStateException("a bug");
        });

        scheduler.after(Duration.ZERO, second::countDown);

        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tasksAfterTheShutdownAreDropped() {
        executor.shutdown();

        assertThatCode(() -> scheduler.after(Duration.ZERO, () -> {})).doesNotThrowAnyException();
    }
}
