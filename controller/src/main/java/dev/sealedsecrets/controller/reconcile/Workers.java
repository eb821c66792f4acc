package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.controller.observe.LogKeys;
import dev.sealedsecrets.controller.observe.LogMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that take keys from the queue and reconcile them. They are never interrupted: what is begun is finished. */
final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration AFTER_A_BUG = Duration.ofMinutes(1);

    private final WorkQueue queue;
    private final Function<ObjectKey, Optional<Duration>> reconciler;
    private final List<Thread> threads = new ArrayList<>();

    /** @param reconciler makes one pass, and says when to make the next */
    Workers(WorkQueue queue, Function<ObjectKey, Optional<Duration>> reconciler, int count) {
        this.queue = queue;
        this.reconciler = reconciler;
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(this::run, "reconcile-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** Ends the queue and waits until the work that is begun is done, for a while. */
    @Override
    public void close() {
        queue.shutDown();
        long end = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        try {
            for (Thread thread : threads) {
                TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, end - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (Optional<ObjectKey> key = queue.take(); key.isPresent(); key = queue.take()) {
                reconcile(key.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reconcile(ObjectKey key) {
        try {
            reconciler.apply(key).ifPresent(delay -> queue.addAfter(key, delay));
        } catch (RuntimeException | StackOverflowError e) {
            // A bug, in one object's way only. Its message is left out: nobody has checked what it quotes.
            LOG.atError()
                    .addKeyValue(LogKeys.KEY, key)
                    .addKeyValue(LogKeys.ERROR, e.getClass().getName() + " at " + placeOf(e))
                    .log(LogMessages.UPDATE_RETRY);
            queue.addAfter(key, AFTER_A_BUG);
        } finally {
            queue.done(key);
        }
    }

    private static String placeOf(Throwable bug) {
        StackTraceElement[] trace = bug.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
