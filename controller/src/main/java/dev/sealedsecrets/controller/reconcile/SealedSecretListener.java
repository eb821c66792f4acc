package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.SealedSecretResource;
import dev.sealedsecrets.controller.cluster.WatchListener;
import dev.sealedsecrets.resource.ObjectMeta;
import java.util.Objects;

/** Queues SealedSecrets that are new, gone, or changed in what matters to their Secret or status. */
final class SealedSecretListener implements WatchListener<SealedSecretResource> {
    private final WorkQueue queue;

    SealedSecretListener(WorkQueue queue) {
        this.queue = queue;
    }

    @Override
    public void added(SealedSecretResource object, boolean atStart) {
        queue.add(object.key(), atStart ? Priority.BACKLOG : Priority.LIVE);
    }

    @Override
    public void changed(SealedSecretResource before, SealedSecretResource now) {
        ObjectMeta old = before.metadata();
        ObjectMeta metadata = now.metadata();
        if (!Inputs.of(old).equals(Inputs.of(metadata))
                || !old.labels().equals(metadata.labels())
                || !Objects.equals(before.getStatus(), now.getStatus())) {
            queue.add(now.key(), Priority.LIVE);
        }
    }

    @Override
    public void deleted(SealedSecretResource last) {
        queue.add(last.key(), Priority.LIVE);
    }
}
