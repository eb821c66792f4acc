package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ObjectKey;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the objects that wait for a worker.
 *
 * <p>Guarantees: a key waits at most once however often it is added; a key is with one worker at a time, and one that is
 * added meanwhile comes again afterwards; {@link Priority#LIVE} keys go before all others; keys of one priority go in the
 * order they were added. After {@link #shutDown()} nothing is handed out. Thread-safe.
 */
final class WorkQueue {
    /** A key and when its delay is over; the number tells entries of one moment apart. */
    private record Delayed(ObjectKey key, long dueNanos, long number) {
        /** Compares by difference, because the origin of the time is arbitrary and it may overflow. */
        static int compare(Delayed one, Delayed other) {
            int byTime = Long.signum(one.dueNanos - other.dueNanos);
            return byTime != 0 ? byTime : Long.compare(one.number, other.number);
        }
    }

    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final LongConsumer waited;
    /** With the time since when each waits. */
    private final Map<Priority, Map<ObjectKey, Long>> waiting = new EnumMap<>(Priority.class);

    private final Set<ObjectKey> busy = new HashSet<>();
    private final Map<ObjectKey, Priority> addedWhileBusy = new HashMap<>();
    private final Map<ObjectKey, Delayed> delayed = new HashMap<>();
    private final NavigableSet<Delayed> byDueTime = new TreeSet<>(Delayed::compare);
    private long delays;
    private boolean paused;
    /** What is to be done when all workers have ended what they had at the beginning of a pause. */
    private @Nullable Runnable idle;

    private boolean shutDown;

    /**
     * An empty queue.
     *
     * @param nanoTime monotonic time in nanoseconds from an arbitrary origin
     * @param waited told of each key that is handed out how many nanoseconds it waited, delays not included
     */
    WorkQueue(LongSupplier nanoTime, LongConsumer waited) {
        this.nanoTime = nanoTime;
        this.waited = waited;
        for (Priority priority : Priority.values()) {
            waiting.put(priority, new LinkedHashMap<>());
        }
    }

    /** Lets a key wait for a worker. Its delay, if it has one, is over. */
    void add(ObjectKey key, Priority priority) {
        lock.lock();
        try {
            cancelDelay(key);
            addNow(key, priority);
        } finally {
            lock.unlock();
        }
    }

    /** {@link #add} for many. */
    void addAll(Collection<ObjectKey> keys, Priority priority) {
        for (ObjectKey key : keys) {
            add(key, priority);
        }
    }

    /** Lets a key wait for a worker after a delay, as {@link Priority#BACKLOG}. An earlier delay of the key is replaced. */
    void addAfter(ObjectKey key, Duration delay) {
        lock.lock();
        try {
            cancelDelay(key);
            Delayed entry = new Delayed(key, nanoTime.getAsLong() + delay.toNanos(), delays++);
            delayed.put(key, entry);
            byDueTime.add(entry);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next key, which is then with the caller until {@link #done}; empty after shutdown. Waits. */
    Optional<ObjectKey> take() throws InterruptedException {
        lock.lock();
        try {
            while (!shutDown) {
                if (paused) {
                    changed.await();
                    continue;
                }
                Optional<ObjectKey> next = next();
                if (next.isPresent()) {
                    return next;
                }
                if (byDueTime.isEmpty()) {
                    changed.await();
                } else {
                    changed.awaitNanos(untilDue(byDueTime.first()));
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** The next key, which is then with the caller until {@link #done}; empty if there is none now. */
    Optional<ObjectKey> poll() {
        lock.lock();
        try {
            return shutDown || paused ? Optional.empty() : next();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the work on a key that {@link #take} gave out. */
    void done(ObjectKey key) {
        lock.lock();
        try {
            busy.remove(key);
            runIfIdle();
            Priority again = addedWhileBusy.remove(key);
            if (again != null) {
                addNow(key, again);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many keys wait for a worker; those with a delay do not count, and in a pause none waits for a worker of this queue. */
    int depth() {
        lock.lock();
        try {
            return paused ? 0 : waiting.values().stream().mapToInt(Map::size).sum();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Hands out nothing until {@link #resume()}. Keys that are with a worker stay there.
     *
     * @param whenIdle runs as soon as no key is with a worker any more, unless the pause has ended before
     */
    void pause(Runnable whenIdle) {
        lock.lock();
        try {
            paused = true;
            idle = whenIdle;
            runIfIdle();
        } finally {
            lock.unlock();
        }
    }

    private void runIfIdle() {
        if (idle != null && busy.isEmpty()) {
            idle.run();
            idle = null;
        }
    }

    /** Ends the {@link #pause}, which does not count as waiting. */
    void resume() {
        lock.lock();
        try {
            paused = false;
            idle = null;
            long now = nanoTime.getAsLong();
            waiting.values().forEach(keys -> keys.replaceAll((key, since) -> now));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Hands out nothing any more, and wakes up all who wait. Keys that are with a worker stay there. */
    void shutDown() {
        lock.lock();
        try {
            shutDown = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void addNow(ObjectKey key, Priority priority) {
        if (busy.contains(key)) {
            addedWhileBusy.merge(key, priority, WorkQueue::moreUrgent);
            return;
        }
        Map<ObjectKey, Long> live = waitingAs(Priority.LIVE);
        Map<ObjectKey, Long> backlog = waitingAs(Priority.BACKLOG);
        if (priority == Priority.LIVE) {
            Long since = backlog.remove(key);
            live.putIfAbsent(key, since == null ? (Long) nanoTime.getAsLong() : since);
        } else if (!live.containsKey(key)) {
            backlog.putIfAbsent(key, nanoTime.getAsLong());
        }
        changed.signal();
    }

    private Optional<ObjectKey> next() {
        addDueKeys();
        for (Priority priority : Priority.values()) {
            Iterator<Map.Entry<ObjectKey, Long>> keys =
                    waitingAs(priority).entrySet().iterator();
            if (keys.hasNext()) {
                Map.Entry<ObjectKey, Long> next = keys.next();
                keys.remove();
                busy.add(next.getKey());
                waited.accept(nanoTime.getAsLong() - next.getValue());
                return Optional.of(next.getKey());
            }
        }
        return Optional.empty();
    }

    private void addDueKeys() {
        while (!byDueTime.isEmpty() && untilDue(byDueTime.first()) <= 0) {
            ObjectKey key = byDueTime.first().key();
            cancelDelay(key);
            addNow(key, Priority.BACKLOG);
        }
    }

    private void cancelDelay(ObjectKey key) {
        Delayed entry = delayed.remove(key);
        if (entry != null) {
            byDueTime.remove(entry);
        }
    }

    private long untilDue(Delayed entry) {
        return entry.dueNanos() - nanoTime.getAsLong();
    }

    private Map<ObjectKey, Long> waitingAs(Priority priority) {
        return Objects.requireNonNull(waiting.get(priority));
    }

    private static Priority moreUrgent(Priority one, Priority other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
