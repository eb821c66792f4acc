package dev.sealedsecrets.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sealedsecrets.controller.cluster.LogLines;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {
    private static final ObjectKey A = new ObjectKey("ns", "a");
    private static final ObjectKey B = new ObjectKey("ns", "b");

    private final WorkQueue queue = new WorkQueue(System::nanoTime, waited -> {});
    private final List<ObjectKey> reconciled = new CopyOnWriteArrayList<>();

    @Test
    void aKeyComesAgainAfterTheDelayThatItsPassAskedFor() {
        Workers workers = new Workers(
                queue,
                key -> {
                    reconciled.add(key);
                    return reconciled.size() < 3 ? Optional.of(Duration.ofMillis(1)) : Optional.empty();
                },
                2);
        workers.start();

        queue.add(A, Priority.LIVE);

        await().until(() -> reconciled.size() == 3);
        workers.close();
        assertThat(reconciled).containsOnly(A);
    }

    @Test
    void aBugInOnePassStopsNoWorkerAndItsTextIsNotLogged() {
        Workers workers = new Workers(
                queue,
                key -> {
                    if (key.equals(A)) {
                        throw new IllegalStateException("hunter2");
                    }
                    reconciled.add(key);
                    return Optional.empty();
                },
                1);
        try (LogLines log = new LogLines(Workers.class)) {
            workers.start();

            queue.addAll(List.of(A, B), Priority.LIVE);

            await().until(() -> reconciled.contains(B));
            workers.close();
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("ERROR Error updating, will retry key=ns/a error=java.lang.IllegalStateException at ")
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void theEndWaitsForWorkThatIsBegunAndDoesNotInterruptIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        Workers workers = new Workers(
                queue,
                key -> {
                    begun.countDown();
                    try {
                        released.await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                    reconciled.add(key);
                    return Optional.empty();
                },
                1);
        workers.start();
        queue.addAll(List.of(A, B), Priority.LIVE);
        begun.await();

        Thread closing = new Thread(workers::close);
        closing.start();
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        released.countDown();
        closing.join();

        assertThat(reconciled).containsExactly(A);
        assertThat(interrupted).isFalse();
    }
}
