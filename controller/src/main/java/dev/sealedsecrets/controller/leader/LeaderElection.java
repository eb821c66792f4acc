package dev.sealedsecrets.controller.leader;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.LeaseApi;
import dev.sealedsecrets.controller.cluster.LeaseRecord;
import dev.sealedsecrets.controller.cluster.OutageLog;
import dev.sealedsecrets.controller.observe.LogKeys;
import dev.sealedsecrets.controller.observe.LogMessages;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes part in the election of the leader, from start to end, on a thread of its own.
 *
 * <p>Without rights on leases there is no election: the replica leads, and says so once.
 */
public final class LeaderElection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaderElection.class);
    /** Longer than a step takes: two requests of two seconds. */
    private static final long LONGEST_STEP_SECONDS = 5;

    private final Election election;
    private final ElectionTimes times;
    private final LeaseApi lease;
    private final String identity;
    private final OutageLog outage = new OutageLog(LOG, "Cannot reach the lease");
    private final ScheduledExecutorService thread;
    private boolean leading;

    /**
     * Prepares the part; nothing is sent yet.
     *
     * @param lease closed with the election
     * @param identity of this replica, unlike that of any other that ever was
     */
    public LeaderElection(
            LeaseApi lease, String identity, ElectionTimes times, LongSupplier nanoTime, InstantSource clock) {
        this.lease = lease;
        this.identity = identity;
        this.times = times;
        this.election = new Election(new Stored(lease), identity, times, nanoTime, clock);
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread created = new Thread(task, "leader");
            created.setDaemon(true);
            return created;
        });
    }

    /** Whether this replica leads now; to be asked right before each write. */
    public boolean mayWrite() {
        return election.mayWrite();
    }

    /**
     * Takes part from now on.
     *
     * @param onChange told whether the replica leads, each time that changes; on the election's thread, so it has to be quick
     */
    public void start(Consumer<Boolean> onChange) {
        var unused = thread.scheduleWithFixedDelay(
                () -> step(onChange), 0, times.retry().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void step(Consumer<Boolean> onChange) {
        try {
            election.step();
            outage.worked();
        } catch (ApiFailure e) {
            outage.failed(e.text());
        } catch (RuntimeException e) {
            // A bug must not end the steps, or the replica would follow for ever.
            outage.failed(e.toString());
        }
        boolean now = election.mayWrite();
        if (now != leading) {
            leading = now;
            if (election.isAlone()) {
                LOG.warn(LogMessages.NO_ELECTION);
            } else {
                LOG.atInfo()
                        .addKeyValue(LogKeys.IDENTITY, identity)
                        .log(now ? LogMessages.LEADING : LogMessages.FOLLOWING);
            }
            onChange.accept(now);
        }
    }

    /** Ends the part; a lease that is held is given up. What the leader does has to have ended before. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (thread.awaitTermination(LONGEST_STEP_SECONDS, TimeUnit.SECONDS)) {
                election.release();
            }
        } catch (ApiFailure e) {
            outage.failed(e.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lease.close();
        }
    }

    private record Stored(LeaseApi api) implements LeaseStore {
        @Override
        public Optional<LeaseRecord> find() throws ApiFailure {
            return api.find();
        }

        @Override
        public LeaseRecord create(LeaseRecord lease) throws ApiFailure {
            return api.create(lease);
        }

        @Override
        public LeaseRecord update(LeaseRecord lease) throws ApiFailure {
            return api.update(lease);
        }
    }
}
