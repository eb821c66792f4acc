package dev.sealedsecrets.controller.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A scheduler and a clock whose time passes when a test says so. */
public final class ManualScheduler implements Scheduler {
    private record Task(Instant due, long number, Runnable action) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::number));
    private Instant now;
    private long scheduled;

    public ManualScheduler(Instant start) {
        this.now = start;
    }

    /** The time as it passes here. */
    public InstantSource clock() {
        return () -> now;
    }

    @Override
    public void after(Duration delay, Runnable task) {
        tasks.add(new Task(now.plus(delay), scheduled++, task));
    }

    /** Runs what is due now, and what becomes due by that. */
    public void runDue() {
        advance(Duration.ZERO);
    }

    /** Lets time pass, running each task at its moment. */
    public void advance(Duration duration) {
        Instant end = now.plus(duration);
        while (!tasks.isEmpty() && !tasks.peek().due().isAfter(end)) {
            Task next = tasks.remove();
            now = next.due();
            next.action().run();
        }
        now = end;
    }
}
