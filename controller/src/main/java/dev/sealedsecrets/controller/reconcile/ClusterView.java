package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.controller.cluster.SealedSecretResource;
import java.util.Optional;
import java.util.function.Function;

/** What the watches see. Both may lag behind the API server. */
record ClusterView(
        Function<ObjectKey, Optional<SealedSecretResource>> sealedSecrets,
        Function<ObjectKey, SecretSighting> secrets) {
    Optional<SealedSecretResource> sealedSecret(ObjectKey key) {
        return sealedSecrets.apply(key);
    }

    SecretSighting secret(ObjectKey key) {
        return secrets.apply(key);
    }
}
