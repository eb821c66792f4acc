package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.CallRules;
import dev.sealedsecrets.controller.cluster.ClusterClients;
import dev.sealedsecrets.controller.cluster.EventApi;
import dev.sealedsecrets.controller.cluster.NamespaceApi;
import dev.sealedsecrets.controller.cluster.Scheduler;
import dev.sealedsecrets.controller.cluster.SealedSecretApi;
import dev.sealedsecrets.controller.cluster.SecretApi;
import dev.sealedsecrets.controller.cluster.WorkloadApi;
import dev.sealedsecrets.controller.keys.KeyRegistry;
import dev.sealedsecrets.controller.observe.ControllerMetrics;
import dev.sealedsecrets.resource.SecretUnsealer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** The reconciling of a controller, from start to end: watches, queue, workers and what they work with. */
public final class ReconcileLoop implements AutoCloseable {
    private final KeyRegistry keys;
    private final ControllerMetrics metrics;
    private final Memory memory = new Memory();
    private final WorkQueue queue;
    private final ScheduledExecutorService timer;
    private final WatchScope scope;
    private final EventRecorder events;
    private final Workers workers;

    /**
     * Wires everything; nothing runs yet.
     *
     * @param rules of the API calls; watches do not count
     * @param nanoTime monotonic time in nanoseconds, for delays
     * @param random spreads retries
     */
    public ReconcileLoop(
            ReconcileSettings settings,
            ClusterClients clients,
            CallRules rules,
            KeyRegistry keys,
            SecretUnsealer unsealer,
            ControllerMetrics metrics,
            InstantSource clock,
            LongSupplier nanoTime,
            RandomGenerator random) {
        this.keys = keys;
        this.metrics = metrics;
        SecretApi secrets = new SecretApi(clients.main(), rules);
        SealedSecretApi sealedSecrets = new SealedSecretApi(clients.main(), rules);
        this.queue = new WorkQueue(nanoTime, nanos -> metrics.queued(Duration.ofNanos(nanos)));
        metrics.queueDepth(queue::depth);
        this.timer = Executors.newSingleThreadScheduledExecutor(ReconcileLoop::daemon);
        this.scope = new WatchScope(
                settings.watch(), clients, new NamespaceApi(clients.main(), rules), Scheduler.on(timer), queue);
        this.events = new EventRecorder(new EventApi(clients.main(), rules), clock);
        SealingKeyGuard guard = new SealingKeyGuard(settings.watch().ownNamespace(), settings.keyPrefix());
        Reconciler reconciler = new Reconciler(
                new ClusterView(scope::sealedSecret, scope::secret),
                keys,
                new Maker(
                        unsealer,
                        new SecretWriter(new SecretDecider(guard, settings.drift()), secrets, sealedSecrets),
                        secrets,
                        settings.updateStatus()),
                new SecretRemoval(secrets, settings.oldGarbageCollection()),
                new Reporter(
                        metrics, events, new StatusWriter(sealedSecrets, clock, settings.updateStatus()), nanoTime),
                new RetryPolicy(settings.maxRetries(), random),
                memory,
                new Grace(nanoTime),
                new Fights(nanoTime),
                settings.restartWorkloads()
                        ? Optional.of(new WorkloadRestarts(new WorkloadApi(clients.main(), rules)))
                        : Optional.empty());
        this.workers = new Workers(queue, reconciler::reconcile, settings.workers());
    }

    /** Starts to watch and to reconcile. The keys should be there: what does not open fails until they are. */
    public void start() {
        keys.onChange(() -> queue.addAll(memory.overruleFailed(), Priority.BACKLOG));
        scope.start();
        workers.start();
    }

    /** Takes nothing up any more, until {@link #lead()}: another replica reconciles. Before the start, too. */
    public void follow() {
        // A pass that is under way still reports.
        queue.pause(metrics::conditionsGone);
    }

    /** Takes up everything: another replica may have left something half done. */
    public void lead() {
        memory.clear();
        queue.addAll(scope.keys(), Priority.BACKLOG);
        queue.resume();
    }

    /** Whether all lists are complete and all watches follow the API server. */
    public boolean isHealthy() {
        return scope.isHealthy();
    }

    /** Ends the work: nothing new is begun, what is begun is finished. */
    @Override
    public void close() {
        workers.close();
        events.close();
        timer.shutdownNow();
        scope.close();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "namespaces");
        thread.setDaemon(true);
        return thread;
    }
}
