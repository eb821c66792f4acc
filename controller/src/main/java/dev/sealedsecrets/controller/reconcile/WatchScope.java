package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.ClusterClients;
import dev.sealedsecrets.controller.cluster.NamespaceApi;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.controller.cluster.Scheduler;
import dev.sealedsecrets.controller.cluster.SealedSecretResource;
import dev.sealedsecrets.controller.observe.LogKeys;
import dev.sealedsecrets.controller.observe.LogMessages;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that is watched: the whole cluster, or some namespaces. A listed namespace that is not there is looked up again
 * until it is. A namespace where rights are missing does not hold up the others.
 */
final class WatchScope implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchScope.class);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    /** Stands for all namespaces; no namespace has this name. */
    private static final String ALL = "";

    private final WatchSettings settings;
    private final NamespaceApi namespaces;
    private final Scheduler scheduler;
    private final Function<@Nullable String, NamespaceWatch> watches;
    private final Map<String, NamespaceWatch> active = new ConcurrentHashMap<>();
    private final Set<String> reportedMissing = ConcurrentHashMap.newKeySet();

    WatchScope(
            WatchSettings settings,
            ClusterClients clients,
            NamespaceApi namespaces,
            Scheduler scheduler,
            WorkQueue queue) {
        this.settings = settings;
        this.namespaces = namespaces;
        this.scheduler = scheduler;
        this.watches = namespace ->
                new NamespaceWatch(clients, namespace, settings.labelSelector(), settings.watchSecrets(), queue);
    }

    void start() {
        if (settings.isWholeCluster()) {
            watch(ALL);
            return;
        }
        watch(settings.ownNamespace());
        Set<String> others = new LinkedHashSet<>(settings.additionalNamespaces());
        others.remove(settings.ownNamespace());
        for (String namespace : others) {
            scheduler.after(Duration.ZERO, () -> watchIfThere(namespace));
        }
    }

    Optional<SealedSecretResource> sealedSecret(ObjectKey key) {
        return watchOf(key).flatMap(watch -> watch.sealedSecret(key));
    }

    /** The keys of all SealedSecrets that have been seen. */
    List<ObjectKey> keys() {
        return active.values().stream().flatMap(watch -> watch.keys().stream()).toList();
    }

    SecretSighting secret(ObjectKey key) {
        return watchOf(key).map(watch -> watch.secret(key)).orElseGet(SecretSighting.Unwatched::new);
    }

    /** Whether everything is complete and follows the API server; namespaces that are not there are left out. */
    boolean isHealthy() {
        return !active.isEmpty() && active.values().stream().allMatch(NamespaceWatch::isHealthy);
    }

    @Override
    public void close() {
        active.values().forEach(NamespaceWatch::close);
    }

    private Optional<NamespaceWatch> watchOf(ObjectKey key) {
        return Optional.ofNullable(active.get(settings.isWholeCluster() ? ALL : key.namespace()));
    }

    private void watch(String namespace) {
        NamespaceWatch watch = watches.apply(namespace.equals(ALL) ? null : namespace);
        active.put(namespace, watch);
        watch.start();
    }

    private void watchIfThere(String namespace) {
        if (isThere(namespace)) {
            watch(namespace);
        } else {
            scheduler.after(LOOK_AGAIN, () -> watchIfThere(namespace));
        }
    }

    private boolean isThere(String namespace) {
        try {
            if (namespaces.exists(namespace)) {
                return true;
            }
            if (reportedMissing.add(namespace)) {
                LOG.atError().addKeyValue(LogKeys.NAMESPACE, namespace).log(LogMessages.NAMESPACE_MISSING);
            }
            return false;
        } catch (ApiFailure e) {
            // The role may not let us look: then the watch will tell.
            return true;
        }
    }
}
