package dev.sealedsecrets.controller.keys;

import dev.sealedsecrets.controller.cluster.ClusterClients;
import dev.sealedsecrets.controller.cluster.ResourceWatch;
import dev.sealedsecrets.controller.cluster.Scheduler;
import dev.sealedsecrets.controller.cluster.SecretApi;
import dev.sealedsecrets.controller.cluster.WatchListener;
import dev.sealedsecrets.crypto.RsaEngine;
import dev.sealedsecrets.resource.Labels;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * The sealing keys of a controller, from start to end: wires {@link KeyLifecycle} to the API server, a watch and a thread.
 */
public final class KeyService implements AutoCloseable {
    private final KeyRegistry registry;
    private final KeyLifecycle lifecycle;
    private final ResourceWatch<GenericKubernetesResource> watch;
    private final ScheduledExecutorService thread;

    /**
     * Wires everything; nothing runs yet.
     *
     * @param engine does the private key operations; asked for when there are keys
     */
    public KeyService(
            KeySettings settings,
            ClusterClients clients,
            SecretApi secrets,
            InstantSource clock,
            SecureRandom random,
            Supplier<RsaEngine> engine,
            Replica replica) {
        this.registry = new KeyRegistry(settings.order(), engine);
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread created = new Thread(task, "keys");
            created.setDaemon(true);
            return created;
        });
        this.watch = ResourceWatch.ofLabelledSecretMetadata(
                clients,
                settings.namespace(),
                Labels.SEALING_KEY,
                Labels.SEALING_KEY_ACTIVE,
                WatchListener.forAnyChange(this::reload));
        this.lifecycle = new KeyLifecycle(
                settings,
                registry,
                new KeyLoader(settings, secrets)::load,
                new KeyGenerator(settings, secrets, clock, random)::generate,
                watch::isHealthy,
                clock,
                Scheduler.on(thread),
                replica);
    }

    /** The keys in use; empty until started. */
    public KeyRegistry registry() {
        return registry;
    }

    /** Finds the keys or makes the first one, then renews and watches them. Done when there is a key to seal with. */
    public CompletableFuture<Void> start() {
        return lifecycle.start().thenRun(watch::start);
    }

    /** This replica leads from now on. */
    public void lead() {
        lifecycle.lead();
    }

    /** Makes a new key, soon; the renewal goes on as planned. For SIGUSR1. */
    public void makeNow() {
        lifecycle.makeNow();
    }

    /** Stops watching and renewing. A key that is being made is still stored. */
    @Override
    public void close() {
        watch.close();
        thread.shutdown();
    }

    private void reload() {
        lifecycle.reload();
    }
}
