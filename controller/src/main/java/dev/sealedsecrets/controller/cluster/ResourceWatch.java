package dev.sealedsecrets.controller.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cache of objects of one kind, kept up to date by list and watch. It tries for ever: whatever goes wrong is logged once
 * per cause and shows in {@link #isHealthy()}.
 *
 * @param <T> kind of the objects; they are cached without managed fields, and with our own annotations only
 */
public final class ResourceWatch<T extends HasMetadata> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceWatch.class);
    /** Objects per page of a list: what is held in memory at once besides the cache. */
    private static final long PAGE = 500;

    private static final ResourceDefinitionContext SECRETS = new ResourceDefinitionContext.Builder()
            .withVersion("v1")
            .withKind("Secret")
            .withPlural("secrets")
            .withNamespaced(true)
            .build();

    private final SharedIndexInformer<T> informer;

    private ResourceWatch(SharedIndexInformer<T> informer, String what, WatchListener<T> listener) {
        OutageLog outage = new OutageLog(LOG, "Cannot watch " + what);
        this.informer = informer.itemStore(new SlimStore<>())
                .exceptionHandler((started, problem) -> {
                    outage.failed(textOf(problem));
                    return true;
                })
                .addEventHandler(new Forwarder<>(listener, outage));
    }

    /**
     * SealedSecrets.
     *
     * @param namespace null: of all namespaces
     * @param labelSelector empty: all
     */
    public static ResourceWatch<SealedSecretResource> ofSealedSecrets(
            ClusterClients clients,
            @Nullable String namespace,
            String labelSelector,
            WatchListener<SealedSecretResource> listener) {
        MixedOperation<SealedSecretResource, ?, Resource<SealedSecretResource>> all =
                clients.main().resources(SealedSecretResource.class);
        FilterWatchListDeletable<SealedSecretResource, ?, Resource<SealedSecretResource>> scope =
                namespace == null ? all.inAnyNamespace() : all.inNamespace(namespace);
        FilterWatchListDeletable<SealedSecretResource, ?, Resource<SealedSecretResource>> selected =
                labelSelector.isEmpty() ? scope : scope.withLabelSelector(labelSelector);
        return new ResourceWatch<>(
                selected.withLimit(PAGE).runnableInformer(0), "SealedSecrets" + in(namespace), listener);
    }

    /**
     * Metadata of Secrets.
     *
     * @param namespace null: of all namespaces
     */
    public static ResourceWatch<GenericKubernetesResource> ofSecretMetadata(
            ClusterClients clients, @Nullable String namespace, WatchListener<GenericKubernetesResource> listener) {
        var all = clients.metadata().genericKubernetesResources(SECRETS);
        var scope = namespace == null ? all.inAnyNamespace() : all.inNamespace(namespace);
        return new ResourceWatch<>(scope.withLimit(PAGE).runnableInformer(0), "Secrets" + in(namespace), listener);
    }

    /** Metadata of the Secrets of a namespace that carry a label. */
    public static ResourceWatch<GenericKubernetesResource> ofLabelledSecretMetadata(
            ClusterClients clients,
            String namespace,
            String label,
            String value,
            WatchListener<GenericKubernetesResource> listener) {
        return new ResourceWatch<>(
                clients.metadata()
                        .genericKubernetesResources(SECRETS)
                        .inNamespace(namespace)
                        .withLabel(label, value)
                        .runnableInformer(0),
                "key Secrets" + in(namespace),
                listener);
    }

    /** Starts to list and watch. Done when the first list is complete, however long that takes. */
    public CompletionStage<Void> start() {
        return informer.start();
    }

    /** Whether the cache is complete and follows the API server. */
    public boolean isHealthy() {
        return informer.hasSynced() && informer.isRunning() && informer.isWatching();
    }

    /** Whether the first list is complete, even if the watch has trouble since. */
    public boolean isComplete() {
        return informer.hasSynced();
    }

    /** The keys of all objects that have been seen. */
    public List<ObjectKey> keys() {
        return informer.getStore().list().stream()
                .map(object -> new ObjectKey(
                        object.getMetadata().getNamespace(),
                        object.getMetadata().getName()))
                .toList();
    }

    /** The object as last seen. */
    public Optional<T> find(ObjectKey key) {
        return Optional.ofNullable(informer.getStore().getByKey(key.toString()));
    }

    @Override
    public void close() {
        informer.close();
    }

    private static String in(@Nullable String namespace) {
        return namespace == null ? " of all namespaces" : " in namespace " + namespace;
    }

    private static String textOf(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof KubernetesClientException e) {
                return ApiFailure.of(e).text();
            }
        }
        return problem.getClass().getSimpleName();
    }

    /** Tells what was there at the start from what came later. */
    private static final class Forwarder<T> implements ResourceEventHandler<T> {
        private final WatchListener<T> listener;
        private final OutageLog outage;
        private boolean atStart = true;

        Forwarder(WatchListener<T> listener, OutageLog outage) {
            this.listener = listener;
            this.outage = outage;
        }

        @Override
        public void onList(String resourceVersion, boolean remainedEmpty) {
            atStart = false;
            outage.worked();
        }

        @Override
        public void onAdd(T object) {
            listener.added(object, atStart);
        }

        @Override
        public void onUpdate(T before, T now) {
            listener.changed(before, now);
        }

        @Override
        public void onDelete(T last, boolean finalStateUnknown) {
            listener.deleted(last);
        }
    }
}
