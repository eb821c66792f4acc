package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.resource.Labels;
import dev.sealedsecrets.resource.Secret;

/**
 * Tells Secrets that this controller would take for sealing keys. No SealedSecret may become one: who may create
 * SealedSecrets in the controller's namespace could otherwise replace the key that everybody seals with.
 *
 * @param namespace the controller's
 * @param legacyName name of a key without label
 */
record SealingKeyGuard(String namespace, String legacyName) {
    boolean isSealingKey(Secret secret) {
        return secret.metadata().namespace().equals(namespace)
                && (secret.metadata().name().equals(legacyName)
                        || secret.metadata().labels().containsKey(Labels.SEALING_KEY));
    }
}
