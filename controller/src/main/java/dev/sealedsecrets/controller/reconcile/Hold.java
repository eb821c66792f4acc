package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.resource.Annotations;
import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.OwnerReference;
import dev.sealedsecrets.resource.Secret;

/** What right a SealedSecret has to an existing Secret (compatibility contract, decision table). */
enum Hold {
    /** The SealedSecret controls it, or wrote it without an owner reference: its content is that of the template. */
    OWNED,
    /** It was owned, and the owner reference has been removed since. */
    OWNER_LOST,
    /** It is annotated to be taken over: from now on as owned. */
    MANAGED,
    /** It is annotated to be added to, and stays somebody else's. */
    PATCHED,
    /** It is annotated to be added to, and is ours, already or by annotation: what is in it stays. */
    PATCHED_AND_OWNED,
    /** Somebody else's. */
    FOREIGN;

    /**
     * The hold on a Secret.
     *
     * @param wanted the Secret that the SealedSecret makes
     * @param ownerUid uid of the SealedSecret
     * @param writtenUid uid of the Secret that the SealedSecret is known to have written as its own; empty if unknown
     */
    static Hold of(Secret existing, Secret wanted, String ownerUid, String writtenUid) {
        ObjectMeta metadata = existing.metadata();
        boolean controlled = isControlledBy(metadata, ownerUid);
        boolean managed = isTrue(metadata, Annotations.MANAGED);
        if (isTrue(metadata, Annotations.PATCH)) {
            return controlled || managed ? PATCHED_AND_OWNED : PATCHED;
        }
        if (controlled) {
            return OWNED;
        }
        boolean written = !writtenUid.isEmpty() && writtenUid.equals(metadata.uid());
        if (metadata.skipsOwnerReferences() && (written || SecretContent.isSame(existing, wanted))) {
            return OWNED;
        }
        if (managed) {
            return MANAGED;
        }
        return written && !isControlled(metadata) ? OWNER_LOST : FOREIGN;
    }

    /** Whether the content of the Secret is ours from now on. */
    boolean isOwnership() {
        return this != PATCHED && this != FOREIGN;
    }

    /** Whether what is in the Secret already stays in it. */
    boolean adds() {
        return this == PATCHED || this == PATCHED_AND_OWNED;
    }

    /** Whether a SealedSecret's Secret is the one that it had before, so that a difference is an edit by somebody else. */
    static boolean isOwn(Secret existing, String ownerUid, String writtenUid) {
        return isControlledBy(existing.metadata(), ownerUid)
                || existing.metadata().uid().equals(writtenUid);
    }

    private static boolean isControlledBy(ObjectMeta metadata, String uid) {
        return metadata.ownerReferences().stream()
                .anyMatch(owner -> isController(owner) && owner.uid().equals(uid));
    }

    private static boolean isControlled(ObjectMeta metadata) {
        return metadata.ownerReferences().stream().anyMatch(Hold::isController);
    }

    private static boolean isController(OwnerReference owner) {
        return Boolean.TRUE.equals(owner.controller());
    }

    private static boolean isTrue(ObjectMeta metadata, String annotation) {
        return "true".equals(metadata.annotations().get(annotation));
    }
}
