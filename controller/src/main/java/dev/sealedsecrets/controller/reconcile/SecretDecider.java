package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.resource.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a Secret: the decision table of the compatibility contract. Pure.
 *
 * <p>Guarantees: a Secret that the SealedSecret has no right to is left alone; nothing becomes a sealing key; the data of
 * an immutable Secret is not touched.
 */
record SecretDecider(SealingKeyGuard guard, DriftMode drift) {
    /**
     * The decision.
     *
     * @param wanted the Secret that the SealedSecret makes
     * @param ownerUid uid of the SealedSecret
     * @param existing the Secret in the cluster; null if there is none
     */
    Decision decide(Secret wanted, String ownerUid, @Nullable Secret existing, Relation relation) {
        if (guard.isSealingKey(wanted)) {
            return new Decision.Refuse(Failure.sealingKey());
        }
        if (existing == null) {
            return new Decision.Create(wanted);
        }
        Hold hold = Hold.of(existing, wanted, ownerUid, relation.writtenUid());
        if (hold == Hold.FOREIGN) {
            return new Decision.Refuse(Failure.unmanaged(wanted.metadata().name()));
        }
        boolean edited =
                relation.specApplied() && hold != Hold.PATCHED && Hold.isOwn(existing, ownerUid, relation.writtenUid());
        Secret target = target(hold, existing, wanted, edited);
        if (guard.isSealingKey(target)) {
            return new Decision.Refuse(Failure.sealingKey());
        }
        if (SecretContent.isSame(existing, target)) {
            return new Decision.Keep(hold);
        }
        if (edited && drift != DriftMode.HEAL) {
            return drift == DriftMode.DETECT ? new Decision.Report(hold) : new Decision.Keep(hold);
        }
        if (SecretContent.isImmutable(existing) && !existing.data().equals(target.data())) {
            return new Decision.Refuse(Failure.immutable(new ObjectKey(
                    wanted.metadata().namespace(), wanted.metadata().name())));
        }
        return new Decision.Update(target, hold);
    }

    private static Secret target(Hold hold, Secret existing, Secret wanted, boolean edited) {
        if (hold.adds()) {
            return SecretContent.patched(existing, wanted, hold == Hold.PATCHED_AND_OWNED);
        }
        return edited ? SecretContent.restored(existing, wanted) : SecretContent.replaced(existing, wanted);
    }
}
