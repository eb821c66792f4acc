package dev.sealedsecrets.resource;

import org.jspecify.annotations.Nullable;

/**
 * The object another one belongs to, as in {@code metadata.ownerReferences}.
 *
 * @param uid the owner's UID; empty if the owner was never in a cluster
 * @param controller whether the owner manages the object; null if not stated
 * @param blockOwnerDeletion whether the owner's deletion waits for the object; null if not stated
 */
public record OwnerReference(
        String apiVersion,
        String kind,
        String name,
        String uid,
        @Nullable Boolean controller,
        @Nullable Boolean blockOwnerDeletion) {

    /** The reference a Secret made from a SealedSecret with this metadata carries. */
    public static OwnerReference toSealedSecret(ObjectMeta metadata) {
        return new OwnerReference(
                SealedSecret.API_VERSION, SealedSecret.KIND, metadata.name(), metadata.uid(), Boolean.TRUE, null);
    }
}
