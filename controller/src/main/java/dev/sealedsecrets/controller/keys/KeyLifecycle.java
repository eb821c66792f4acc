package dev.sealedsecrets.controller.keys;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.OutageLog;
import dev.sealedsecrets.controller.cluster.Scheduler;
import dev.sealedsecrets.controller.observe.LogKeys;
import dev.sealedsecrets.controller.observe.LogMessages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of the sealing keys: found or made at start, renewed each period, made on request, read again when their Secrets
 * change. Everything happens on the thread of one {@link Scheduler}; the methods here only put it there.
 */
final class KeyLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(KeyLifecycle.class);
    /** How often a replica that waits for the leader's key looks for it. */
    private static final Duration WAITING_INTERVAL = Duration.ofSeconds(2);
    /** How often the keys are read again where they cannot be watched. */
    private static final Duration UNWATCHED_INTERVAL = Duration.ofSeconds(30);
    /** In how many of these intervals they are read again though they are watched: watches have been known to go silent. */
    private static final int WATCHED_INTERVALS = 20;

    /** Reads all keys. */
    @FunctionalInterface
    interface Source {
        List<KeySecret> load() throws ApiFailure;
    }

    /** Makes and stores a key. */
    @FunctionalInterface
    interface Maker {
        /**
         * Makes one.
         *
         * @param successorOf what the key comes after, the same for all replicas that are about to make this one; empty: of none
         */
        KeySecret make(String successorOf) throws ApiFailure;
    }

    private final KeySettings settings;
    private final KeyRegistry registry;
    private final Source source;
    private final Maker maker;
    private final BooleanSupplier watching;
    private final InstantSource clock;
    private final Scheduler scheduler;
    private final Replica replica;
    private final OutageLog loadOutage = new OutageLog(LOG, "Cannot read the sealing keys");
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final AtomicBoolean reloadPending = new AtomicBoolean();
    private int startFailures;
    private int intervals;
    private int namesTaken;
    private boolean stale;

    KeyLifecycle(
            KeySettings settings,
            KeyRegistry registry,
            Source source,
            Maker maker,
            BooleanSupplier watching,
            InstantSource clock,
            Scheduler scheduler,
            Replica replica) {
        this.settings = settings;
        this.registry = registry;
        this.source = source;
        this.maker = maker;
        this.watching = watching;
        this.clock = clock;
        this.scheduler = scheduler;
        this.replica = replica;
    }

    /** Finds the keys, makes one if none will do, and starts the renewal. Done when there is a key; tries until then. */
    CompletableFuture<Void> start() {
        LOG.info(LogMessages.SEARCHING_KEYS);
        scheduler.after(Duration.ZERO, this::begin);
        return started;
    }

    /** Makes a new key now. The renewal goes on as planned. */
    void makeNow() {
        scheduler.after(Duration.ZERO, () -> make(1, () -> {}));
    }

    /** This replica leads from now on: it makes what is due. */
    void lead() {
        scheduler.after(Duration.ZERO, () -> {
            if (!started.isDone()) {
                begin();
            } else if (tryToLoad() && Renewal.isDueAtStart(registry.newestTime(), settings.cutoff())) {
                make(1, () -> {});
            }
        });
    }

    /** Reads the keys again, soon. */
    void reload() {
        if (reloadPending.compareAndSet(false, true)) {
            scheduler.after(Duration.ZERO, () -> {
                reloadPending.set(false);
                tryToLoad();
            });
        }
    }

    private void begin() {
        if (started.isDone()) {
            return;
        }
        String newest = newestKey();
        try {
            registry.replace(source.load());
            newest = newestKey();
            if (Renewal.isDueAtStart(registry.newestTime(), settings.cutoff())) {
                if (replica.mayMake()) {
                    registry.addGenerated(maker.make(successorOf()), clock.instant());
                } else if (newest.isEmpty()) {
                    scheduler.after(WAITING_INTERVAL, this::begin);
                    return;
                }
            }
        } catch (ApiFailure e) {
            if (madeByAnother(e, newest)) {
                scheduler.after(Duration.ZERO, this::begin);
                return;
            }
            loadOutage.failed(e.text());
            startFailures++;
            scheduler.after(Renewal.untilRetry(startFailures), this::begin);
            return;
        }
        loadOutage.worked();
        if (!settings.renewPeriod().isZero()) {
            renewAfter(untilDue());
        }
        scheduler.after(UNWATCHED_INTERVAL, this::checkWatch);
        started.complete(null);
    }

    private void renewAfter(Duration delay) {
        scheduler.after(delay, this::renew);
    }

    private void renew() {
        if (replica.amongOthers()) {
            renewByAge();
        } else {
            make(1, () -> renewAfter(settings.renewPeriod()));
        }
    }

    /** Another replica may have made the key meanwhile, or may have to: its age decides when this one looks again. */
    private void renewByAge() {
        if (untilDue().isZero() && replica.mayMake()) {
            make(1, this::lookAgainByAge);
        } else {
            lookAgainByAge();
        }
    }

    private void lookAgainByAge() {
        Duration left = untilDue();
        renewAfter(left.isZero() ? UNWATCHED_INTERVAL : left);
    }

    private Duration untilDue() {
        return registry.newestTime()
                .map(newest -> Renewal.untilFirst(newest, clock.instant(), settings.renewPeriod()))
                .orElse(Duration.ZERO);
    }

    /** Fingerprint of the key to seal with; empty if there is none. */
    private String newestKey() {
        return registry.current().newest().map(key -> key.fingerprint().text()).orElse("");
    }

    /**
     * Two replicas that both take themselves for the leader give their keys one name, so that only one is stored: it is derived from
     * the keys alone, which both have, and not from times, of which the one that made the newest key knows more.
     */
    private String successorOf() {
        return replica.amongOthers()
                ? registry.current().ring().fingerprints().size() + " " + newestKey() + " " + namesTaken
                : "";
    }

    private void make(int attempt, Runnable afterwards) {
        if (!replica.mayMake()) {
            LOG.warn(LogMessages.NOT_LEADING);
            afterwards.run();
            return;
        }
        String newest = newestKey();
        try {
            registry.addGenerated(maker.make(successorOf()), clock.instant());
        } catch (ApiFailure e) {
            if (madeByAnother(e, newest)) {
                afterwards.run();
                return;
            }
            LOG.atError().addKeyValue(LogKeys.ERROR, e.text()).log(LogMessages.KEY_GENERATION_FAILED);
            scheduler.after(Renewal.untilRetry(attempt), () -> make(attempt + 1, afterwards));
            return;
        }
        afterwards.run();
    }

    /**
     * Whether the key that could not be stored is there all the same: another replica made it, or the answer was lost. If it is not
     * but its name is taken, say by a key that does not count any more, the next attempt takes another name.
     */
    private boolean madeByAnother(ApiFailure failure, String newestBefore) {
        if (!replica.amongOthers()) {
            return false;
        }
        boolean made = tryToLoad() && !newestKey().equals(newestBefore);
        if (!made && failure.kind() == ApiFailure.Kind.CONFLICT) {
            namesTaken++;
        }
        return made;
    }

    private void checkWatch() {
        intervals++;
        if (stale || !watching.getAsBoolean() || intervals % WATCHED_INTERVALS == 0) {
            tryToLoad();
        }
        scheduler.after(UNWATCHED_INTERVAL, this::checkWatch);
    }

    private boolean tryToLoad() {
        try {
            registry.replace(source.load());
            stale = false;
            loadOutage.worked();
            return true;
        } catch (ApiFailure e) {
            stale = true;
            loadOutage.failed(e.text());
            return false;
        }
    }
}
