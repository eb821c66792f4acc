package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.Secret;

/**
 * What an attempt to bring a Secret in order is about.
 *
 * @param wanted the Secret that the SealedSecret makes
 * @param owner metadata of the SealedSecret
 * @param known what is known about the Secret
 * @param sighting what the watch says about it
 * @param specApplied the spec as it is now was applied before
 * @param mayCreate false: an absent Secret stays absent for now
 */
record WriteRequest(
        Secret wanted,
        ObjectMeta owner,
        SecretFacts known,
        SecretSighting sighting,
        boolean specApplied,
        boolean mayCreate) {
    ObjectKey key() {
        return new ObjectKey(owner.namespace(), owner.name());
    }

    Relation relation() {
        return new Relation(specApplied, known.writtenUid());
    }
}
