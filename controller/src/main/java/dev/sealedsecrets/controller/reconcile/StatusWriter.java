package dev.sealedsecrets.controller.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.SealedSecretApi;
import dev.sealedsecrets.controller.cluster.SealedSecretResource;
import dev.sealedsecrets.resource.ObjectMeta;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Writes statuses, each as a replacement of the status that was read: the original's role grants nothing else. Writes only
 * what differs. Thread-safe.
 */
final class StatusWriter {
    /** Attempts while others change the object at the same time. */
    private static final int ROUNDS = 5;

    private final SealedSecretApi api;
    private final InstantSource clock;
    private final boolean enabled;

    /** @param enabled false: no status is ever written */
    StatusWriter(SealedSecretApi api, InstantSource clock, boolean enabled) {
        this.api = api;
        this.clock = clock;
        this.enabled = enabled;
    }

    boolean isEnabled() {
        return enabled;
    }

    /**
     * Brings a status in order.
     *
     * @param seen the SealedSecret as the watch has it, which is not changed
     */
    StatusResult write(SealedSecretResource seen, SyncStatus wanted) {
        if (!enabled) {
            return new StatusResult.NotMine();
        }
        SealedSecretResource current = seen;
        for (int round = 1; ; round++) {
            ObjectMeta metadata = current.metadata();
            Optional<JsonNode> replacement = wanted.replacing(current.getStatus(), clock.instant());
            if (replacement.isEmpty()) {
                return new StatusResult.InOrder();
            }
            try {
                api.updateStatus(metadata, replacement.get());
                return new StatusResult.InOrder();
            } catch (ApiFailure e) {
                if (e.kind() == ApiFailure.Kind.MISSING) {
                    return new StatusResult.NotMine();
                }
                if (e.kind() != ApiFailure.Kind.CONFLICT || round == ROUNDS) {
                    return new StatusResult.Failed(e);
                }
            }
            try {
                Optional<SealedSecretResource> read = api.find(seen.key());
                if (read.isEmpty() || !isSame(read.get().metadata(), seen.metadata(), wanted)) {
                    return new StatusResult.NotMine();
                }
                current = read.get();
            } catch (ApiFailure e) {
                return new StatusResult.Failed(e);
            }
        }
    }

    private static boolean isSame(ObjectMeta read, ObjectMeta seen, SyncStatus wanted) {
        return read.uid().equals(seen.uid()) && read.generation() == wanted.generation();
    }
}
