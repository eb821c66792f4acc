package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.SealedSecretApi;
import dev.sealedsecrets.controller.cluster.SecretApi;
import dev.sealedsecrets.resource.Secret;
import java.util.Optional;

/**
 * Carries out what {@link SecretDecider} decides, with as few calls as possible: one for a new Secret, one for a Secret
 * that is right. Thread-safe.
 *
 * <p>Guarantees: every write rests on a decision about the state that it replaces; when that state has changed meanwhile,
 * the Secret is read and decided about again.
 */
final class SecretWriter {
    /** Decisions per attempt, each about a newer state. */
    private static final int ROUNDS = 3;

    private final SecretDecider decider;
    private final SecretApi secrets;
    private final SealedSecretApi sealedSecrets;

    SecretWriter(SecretDecider decider, SecretApi secrets, SealedSecretApi sealedSecrets) {
        this.decider = decider;
        this.secrets = secrets;
        this.sealedSecrets = sealedSecrets;
    }

    /** Makes the Secret what it should be, or says why not. */
    WriteResult bring(WriteRequest request) {
        try {
            // What must not be created must be known to be absent.
            boolean read = request.sighting().isWorthReading(request.specApplied()) || !request.mayCreate();
            Optional<Secret> existing = read ? secrets.find(request.key()) : Optional.empty();
            for (int round = 1; ; round++) {
                try {
                    return decideAndCarryOut(request, existing);
                } catch (ApiFailure e) {
                    if (e.kind() != ApiFailure.Kind.CONFLICT || round == ROUNDS) {
                        throw e;
                    }
                    existing = secrets.find(request.key());
                }
            }
        } catch (ApiFailure e) {
            SecretVersion seen = request.sighting().versionOr(SecretVersion.NONE);
            return new WriteResult.Done(
                    new Outcome.Failed(Failure.ofApi(e)), false, request.known().seen(seen));
        }
    }

    private WriteResult decideAndCarryOut(WriteRequest request, Optional<Secret> existing) throws ApiFailure {
        SecretVersion version =
                existing.map(secret -> SecretVersion.of(secret.metadata())).orElse(SecretVersion.NONE);
        return decider.decide(request.wanted(), request.owner().uid(), existing.orElse(null), request.relation())
                .carryOut(new Round(request, version, secrets, sealedSecrets));
    }
}
