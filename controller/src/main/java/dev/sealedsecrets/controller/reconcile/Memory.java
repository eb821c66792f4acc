package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The standings of all SealedSecrets. Thread-safe; a standing is written by the one worker that has its key. */
final class Memory {
    private final Map<ObjectKey, Standing> standings = new ConcurrentHashMap<>();
    private final Set<ObjectKey> overruled = ConcurrentHashMap.newKeySet();

    Optional<Standing> find(ObjectKey key) {
        return Optional.ofNullable(standings.get(key));
    }

    void put(ObjectKey key, Standing standing) {
        standings.put(key, standing);
    }

    void remove(ObjectKey key) {
        standings.remove(key);
        overruled.remove(key);
    }

    /** Forgets everything: somebody else has worked meanwhile. */
    void clear() {
        standings.clear();
        overruled.clear();
    }

    /** The keys of what failed; their next pass tries again, whatever was tried before. */
    List<ObjectKey> overruleFailed() {
        List<ObjectKey> failed = standings.entrySet().stream()
                .filter(entry -> !entry.getValue().outcome().isSynced())
                .map(Map.Entry::getKey)
                .toList();
        overruled.addAll(failed);
        return failed;
    }

    /** Whether {@link #overruleFailed} named this key since it was last asked. */
    boolean takeOverruled(ObjectKey key) {
        return overruled.remove(key);
    }
}
