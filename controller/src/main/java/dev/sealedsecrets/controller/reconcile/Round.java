package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.SealedSecretApi;
import dev.sealedsecrets.controller.cluster.SealedSecretResource;
import dev.sealedsecrets.controller.cluster.SecretApi;
import dev.sealedsecrets.resource.Secret;

/** One decision carried out, about one state of a Secret. */
final class Round {
    private final WriteRequest request;
    private final SecretVersion version;
    private final SecretApi secrets;
    private final SealedSecretApi sealedSecrets;

    /** @param version the state that the decision is about */
    Round(WriteRequest request, SecretVersion version, SecretApi secrets, SealedSecretApi sealedSecrets) {
        this.request = request;
        this.version = version;
        this.secrets = secrets;
        this.sealedSecrets = sealedSecrets;
    }

    WriteResult create(Secret secret) throws ApiFailure {
        if (!request.mayCreate()) {
            return new WriteResult.TooEarly();
        }
        if (request.specApplied() && !isStillWanted(true)) {
            return new WriteResult.NotWanted();
        }
        Secret written = secrets.create(secret);
        return synced(true, SecretVersion.of(written.metadata()), Hold.OWNED);
    }

    WriteResult update(Secret secret, Hold hold) throws ApiFailure {
        if (hold == Hold.OWNER_LOST && !isStillWanted(false)) {
            return new WriteResult.NotWanted();
        }
        try {
            Secret written = secrets.update(secret);
            return synced(true, SecretVersion.of(written.metadata()), hold);
        } catch (ApiFailure e) {
            if (e.kind() != ApiFailure.Kind.REFUSED) {
                throw e;
            }
            return new WriteResult.Done(
                    new Outcome.Failed(Failure.ofApi(e)), false, request.known().held(version, hold));
        }
    }

    WriteResult keep(Hold hold) {
        return synced(false, version, hold);
    }

    WriteResult report(Hold hold) {
        return new WriteResult.Done(
                new Outcome.Drifted(), false, request.known().held(version, hold));
    }

    WriteResult refuse(Failure failure) {
        return new WriteResult.Done(
                new Outcome.Failed(failure), false, request.known().seen(version));
    }

    /**
     * Whether the SealedSecret is there to stay. A Secret that was there and is not any more, or has lost its owner, may
     * be the first sign that the SealedSecret is being deleted: the watches do not come in one order.
     *
     * @param ifUnreadable the answer where the role does not let us read SealedSecrets one by one
     */
    private boolean isStillWanted(boolean ifUnreadable) throws ApiFailure {
        try {
            return sealedSecrets
                    .find(request.key())
                    .map(SealedSecretResource::metadata)
                    .filter(now -> now.uid().equals(request.owner().uid()))
                    .filter(now -> now.deletionTimestamp().isEmpty())
                    .isPresent();
        } catch (ApiFailure e) {
            if (e.kind() != ApiFailure.Kind.FORBIDDEN) {
                throw e;
            }
            return ifUnreadable;
        }
    }

    private WriteResult synced(boolean changed, SecretVersion newVersion, Hold hold) {
        return new WriteResult.Done(
                new Outcome.Synced(), changed, request.known().held(newVersion, hold));
    }
}
