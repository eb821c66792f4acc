package dev.sealedsecrets.controller.cluster;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks later, one at a time. A seam, so that tests can be the time. */
@FunctionalInterface
public interface Scheduler {
    /** For what must not happen. */
    Logger LOG = LoggerFactory.getLogger(Scheduler.class);

    /** Runs a task after a delay; never, if there is a shutdown before. */
    void after(Duration delay, Runnable task);

    /** A scheduler on an executor with a single thread. After the executor's shutdown it drops all tasks. */
    static Scheduler on(ScheduledExecutorService executor) {
        return (delay, task) -> {
            try {
                var unused = executor.schedule(() -> runAndReport(task), delay.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("dropped a task after shutdown");
            }
        };
    }

    private static void runAndReport(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("a scheduled task failed, which is a bug", e);
        }
    }
}
