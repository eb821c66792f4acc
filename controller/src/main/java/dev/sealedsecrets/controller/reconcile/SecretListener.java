package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.controller.cluster.WatchListener;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.function.Predicate;

/**
 * Queues the SealedSecrets whose Secrets were changed or deleted. They are found by name: a Secret may be in the way of a
 * SealedSecret that it does not refer to.
 */
final class SecretListener implements WatchListener<GenericKubernetesResource> {
    private final WorkQueue queue;
    private final Predicate<ObjectKey> isSealedSecret;

    /** @param isSealedSecret whether there is a SealedSecret of this name */
    SecretListener(WorkQueue queue, Predicate<ObjectKey> isSealedSecret) {
        this.queue = queue;
        this.isSealedSecret = isSealedSecret;
    }

    /** A Secret that comes is either our own or in nobody's way yet: a SealedSecret that finds it in its way says so. */
    @Override
    public void added(GenericKubernetesResource object, boolean atStart) {}

    @Override
    public void changed(GenericKubernetesResource before, GenericKubernetesResource now) {
        queue(now);
    }

    @Override
    public void deleted(GenericKubernetesResource last) {
        queue(last);
    }

    private void queue(GenericKubernetesResource secret) {
        ObjectMeta metadata = secret.getMetadata();
        ObjectKey key = new ObjectKey(metadata.getNamespace(), metadata.getName());
        if (isSealedSecret.test(key)) {
            queue.add(key, Priority.LIVE);
        }
    }
}
