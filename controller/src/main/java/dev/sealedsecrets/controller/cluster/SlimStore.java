package dev.sealedsecrets.controller.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cached objects without what nobody reads here: managed fields, and annotations of others. One of those, kubectl's last
 * applied configuration, repeats the whole object. Objects are slimmed as they come, before a listener sees them.
 */
final class SlimStore<T extends HasMetadata> implements ItemStore<T> {
    private static final String OWN_ANNOTATIONS = "sealedsecrets.bitnami.com/";

    private final ConcurrentMap<String, T> items = new ConcurrentHashMap<>();

    @Override
    public String getKey(T object) {
        return Cache.metaNamespaceKeyFunc(object);
    }

    @Override
    public @Nullable T put(String key, T object) {
        slim(object.getMetadata());
        return items.put(key, object);
    }

    @Override
    public @Nullable T remove(String key) {
        return items.remove(key);
    }

    @Override
    public Stream<String> keySet() {
        return items.keySet().stream();
    }

    @Override
    public Stream<T> values() {
        return items.values().stream();
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public @Nullable T get(String key) {
        return items.get(key);
    }

    private static void slim(ObjectMeta metadata) {
        metadata.setManagedFields(null);
        Map<String, String> annotations = metadata.getAnnotations();
        if (annotations != null && !annotations.isEmpty()) {
            Map<String, String> own = new HashMap<>();
            annotations.forEach((name, value) -> {
                if (name.startsWith(OWN_ANNOTATIONS)) {
                    own.put(name, value);
                }
            });
            metadata.setAnnotations(own);
        }
    }
}
