package dev.sealedsecrets.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.controller.cluster.ObjectKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkQueueTest {
    private static final ObjectKey A = new ObjectKey("ns", "a");
    private static final ObjectKey B = new ObjectKey("ns", "b");
    private static final ObjectKey C = new ObjectKey("ns", "c");

    /** Starts shortly before the time overflows, as the origin is arbitrary. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);

    private final List<Long> waits = new ArrayList<>();
    private final WorkQueue queue = new WorkQueue(now::get, waits::add);

    @Test
    void itSaysHowManyWaitAndHowLongTheyDid() {
        queue.add(A, Priority.BACKLOG);
        now.addAndGet(500);
        queue.add(A, Priority.LIVE);
        queue.add(B, Priority.LIVE);
        queue.addAfter(C, Duration.ofNanos(1_000));
        assertThat(queue.depth()).isEqualTo(2);

        now.addAndGet(200);
        queue.poll();
        queue.poll();
        assertThat(queue.depth()).isZero();
        assertThat(waits).containsExactly(700L, 200L);

        queue.add(A, Priority.LIVE);
        assertThat(queue.depth()).as("it is with a worker").isZero();
        now.addAndGet(1_000);
        assertThat(queue.poll()).contains(C);
        assertThat(waits).as("a delay is no waiting").containsExactly(700L, 200L, 0L);
    }

    @Test
    void aKeyAddedSeveralTimesWaitsOnce() {
        queue.add(A, Priority.LIVE);
        queue.add(A, Priority.LIVE);
        queue.add(A, Priority.BACKLOG);

        assertThat(queue.poll()).contains(A);
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void aPauseIsNoWaiting() {
        queue.pause(() -> {});
        queue.add(A, Priority.BACKLOG);
        now.addAndGet(5_000);
        assertThat(queue.depth()).isZero();

        queue.resume();
        assertThat(queue.depth()).isEqualTo(1);
        now.addAndGet(10);
        queue.poll();
        assertThat(waits).containsExactly(10L);
    }

    @Test
    void thePauseIsToldWhenTheLastWorkerIsDone() {
        AtomicInteger told = new AtomicInteger();
        queue.addAll(List.of(A, B), Priority.LIVE);
        queue.poll();
        queue.poll();
        queue.pause(told::incrementAndGet);
        queue.done(A);
        assertThat(told).as("one is still at work").hasValue(0);
        queue.done(B);
        assertThat(told).hasValue(1);

        queue.pause(told::incrementAndGet);
        assertThat(told).as("nobody is at work").hasValue(2);
        queue.resume();
        queue.add(A, Priority.LIVE);
        queue.poll();
        queue.pause(told::incrementAndGet);
        queue.resume();
        queue.done(A);
        assertThat(told).as("the pause is over").hasValue(2);
    }

    @Test
    void liveKeysGoBeforeTheBacklog() {
        queue.add(A, Priority.BACKLOG);
        queue.add(B, Priority.LIVE);

        assertThat(queue.poll()).contains(B);
        assertThat(queue.poll()).contains(A);
    }

    @Test
    void aBacklogKeyThatBecomesLiveIsMovedUp() {
        queue.addAll(List.of(A, B), Priority.BACKLOG);
        queue.add(B, Priority.LIVE);

        assertThat(queue.poll()).contains(B);
        assertThat(queue.poll()).contains(A);
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void keysOfOnePriorityGoInTheOrderTheyWereAdded() {
        queue.addAll(List.of(C, A, B), Priority.LIVE);

        assertThat(queue.poll()).contains(C);
        assertThat(queue.poll()).contains(A);
        assertThat(queue.poll()).contains(B);
    }

    @Test
    void aBusyKeyIsNotGivenToASecondWorker() {
        queue.add(A, Priority.LIVE);
        queue.poll();
        queue.add(A, Priority.LIVE);

        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void aKeyAddedWhileBusyComesAgainOnce() {
        queue.add(A, Priority.LIVE);
        queue.poll();
        queue.add(A, Priority.BACKLOG);
        queue.add(A, Priority.LIVE);

        queue.done(A);

        assertThat(queue.poll()).contains(A);
        queue.done(A);
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void aKeyAddedWhileBusyKeepsTheHighestPriorityItWasGiven() {
        queue.add(A, Priority.LIVE);
        queue.poll();
        queue.add(A, Priority.LIVE);
        queue.add(A, Priority.BACKLOG);
        queue.addAll(List.of(B), Priority.BACKLOG);

        queue.done(A);

        assertThat(queue.poll()).contains(A);
    }

    @Test
    void aDelayedKeyWaitsUntilItIsDue() {
        queue.addAfter(A, Duration.ofMillis(5));

        assertThat(queue.poll()).isEmpty();
        now.addAndGet(Duration.ofMillis(5).toNanos());
        assertThat(queue.poll()).contains(A);
    }

    @Test
    void delayedKeysComeInTheOrderTheyAreDue() {
        queue.addAfter(A, Duration.ofMillis(20));
        queue.addAfter(B, Duration.ofMillis(10));
        queue.addAfter(C, Duration.ofMillis(20));
        now.addAndGet(Duration.ofMillis(20).toNanos());

        assertThat(queue.poll()).contains(B);
        assertThat(queue.poll()).contains(A);
        assertThat(queue.poll()).contains(C);
    }

    @Test
    void aNewDelayReplacesTheEarlierOne() {
        queue.addAfter(A, Duration.ofMillis(5));
        queue.addAfter(A, Duration.ofMillis(50));
        now.addAndGet(Duration.ofMillis(5).toNanos());

        assertThat(queue.poll()).isEmpty();
        now.addAndGet(Duration.ofMillis(45).toNanos());
        assertThat(queue.poll()).contains(A);
    }

    @Test
    void addingEndsTheDelay() {
        queue.addAfter(A, Duration.ofMinutes(1));
        queue.add(A, Priority.LIVE);

        assertThat(queue.poll()).contains(A);
        queue.done(A);
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void aDelayThatEndsWhileTheKeyIsBusyBringsItAgainAfterwards() {
        queue.add(A, Priority.LIVE);
        queue.poll();
        queue.addAfter(A, Duration.ofMillis(5));
        now.addAndGet(Duration.ofMillis(5).toNanos());

        assertThat(queue.poll()).isEmpty();
        queue.done(A);
        assertThat(queue.poll()).contains(A);
    }

    @Test
    void takeWaitsForAKey() throws Exception {
        CompletableFuture<Optional<ObjectKey>> taken = takeInAnotherThread(queue);

        queue.add(A, Priority.BACKLOG);

        assertThat(taken.get(10, TimeUnit.SECONDS)).contains(A);
    }

    @Test
    void takeWaitsForADelayToEnd() throws Exception {
        WorkQueue realTime = new WorkQueue(System::nanoTime, waited -> {});
        CompletableFuture<Optional<ObjectKey>> taken = takeInAnotherThread(realTime);

        realTime.addAfter(A, Duration.ofMillis(1));

        assertThat(taken.get(10, TimeUnit.SECONDS)).contains(A);
    }

    @Test
    void shutdownEndsTheWaitOfAllWorkersAndHandsOutNothingMore() throws Exception {
        CompletableFuture<Optional<ObjectKey>> one = takeInAnotherThread(queue);
        CompletableFuture<Optional<ObjectKey>> other = takeInAnotherThread(queue);

        queue.shutDown();

        assertThat(one.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(other.get(10, TimeUnit.SECONDS)).isEmpty();
        queue.add(A, Priority.LIVE);
        assertThat(queue.poll()).isEmpty();
    }

    private static CompletableFuture<Optional<ObjectKey>> takeInAnotherThread(WorkQueue queue) {
        CompletableFuture<Optional<ObjectKey>> taken = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                taken.complete(queue.take());
            } catch (InterruptedException e) {
                taken.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return taken;
    }
}
