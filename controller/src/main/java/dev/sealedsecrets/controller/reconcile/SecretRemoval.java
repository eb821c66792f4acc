package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.controller.cluster.SecretApi;
import dev.sealedsecrets.controller.observe.LogKeys;
import dev.sealedsecrets.controller.observe.LogMessages;
import dev.sealedsecrets.resource.Secret;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the Secret of a SealedSecret that has gone, owner reference or not: {@code --old-gc-behavior}. Without that flag
 * the garbage collector of Kubernetes does it, by the owner reference.
 *
 * <p>Guarantees: deletes only what the SealedSecret controls or is known to have written as its own.
 */
final class SecretRemoval {
    private static final Logger LOG = LoggerFactory.getLogger(SecretRemoval.class);

    private final SecretApi secrets;
    private final boolean enabled;

    /** @param enabled false: nothing is ever deleted */
    SecretRemoval(SecretApi secrets, boolean enabled) {
        this.secrets = secrets;
        this.enabled = enabled;
    }

    /** Deletes the Secret, if it is the SealedSecret's own; what went wrong otherwise. */
    Optional<ApiFailure> remove(ObjectKey key, Standing last) {
        if (!enabled) {
            return Optional.empty();
        }
        try {
            Optional<Secret> own = secrets.find(key)
                    .filter(secret -> Hold.isOwn(
                            secret, last.inputs().uid(), last.secret().writtenUid()));
            if (own.isPresent()) {
                LOG.atInfo().addKeyValue(LogKeys.SEALED_SECRET, key).log(LogMessages.SECRET_DELETED);
                secrets.delete(own.get());
            }
            return Optional.empty();
        } catch (ApiFailure e) {
            return e.kind() == ApiFailure.Kind.MISSING ? Optional.empty() : Optional.of(e);
        }
    }
}
