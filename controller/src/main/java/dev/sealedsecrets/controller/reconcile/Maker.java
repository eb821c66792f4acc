package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.controller.cluster.SealedSecretResource;
import dev.sealedsecrets.controller.cluster.SecretApi;
import dev.sealedsecrets.controller.keys.KeySnapshot;
import dev.sealedsecrets.controller.observe.LogKeys;
import dev.sealedsecrets.controller.observe.LogMessages;
import dev.sealedsecrets.controller.observe.UnsealErrorReason;
import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.resource.DecodeException;
import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.SealedElsewhere;
import dev.sealedsecrets.resource.SealedSecret;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretUnsealer;
import dev.sealedsecrets.resource.UnsealOutcome;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the Secret of a SealedSecret: unseals and renders, keeps what is to be rendered once, has the result written.
 * Thread-safe.
 */
final class Maker {
    private static final Logger LOG = LoggerFactory.getLogger(Maker.class);

    private final SecretUnsealer unsealer;
    private final SecretWriter writer;
    private final SecretApi secrets;
    private final boolean remembering;

    /** @param remembering whether statuses are written, which hold the records */
    Maker(SecretUnsealer unsealer, SecretWriter writer, SecretApi secrets, boolean remembering) {
        this.unsealer = unsealer;
        this.writer = writer;
        this.secrets = secrets;
        this.remembering = remembering;
    }

    /**
     * Makes one attempt.
     *
     * @param last what the same SealedSecret came to before, if its inputs and keys are those of then
     */
    Attempt make(SealedSecretResource sealed, Situation situation, KeySnapshot keys, Optional<Standing> last) {
        try {
            SealedSecret object = sealed.read();
            Optional<RenderedBefore> before = renderedBefore(sealed, object, situation, keys);
            KeyRing ring = likelyFirst(object, situation, keys);
            UnsealOutcome outcome =
                    before.isPresent() ? unsealer.unseal(object, ring, before.get()) : unsealer.unseal(object, ring);
            if (outcome instanceof UnsealOutcome.Failed failed) {
                String hint = last.filter(Maker::failedToUnseal)
                        .map(standing -> standing.remembered().hint())
                        .orElseGet(() -> SealedElsewhere.hint(object, keys.ring(), failed)
                                .orElse(""));
                return Attempt.failed(failed(Failure.notUnsealed(failed, hint), situation), hint);
            }
            warnOfOtherName(object);
            UnsealOutcome.Unsealed unsealed = (UnsealOutcome.Unsealed) outcome;
            WriteResult result = writer.bring(new WriteRequest(
                    unsealed.secret(),
                    sealed.metadata(),
                    situation.known(),
                    situation.sighting(),
                    situation.specApplied(),
                    situation.mayCreate()));
            return new Attempt(
                    result,
                    Optional.of(unsealed),
                    before.map(RenderedBefore::renderedAnew).orElse(Set.of()),
                    "");
        } catch (DecodeException e) {
            return Attempt.failed(failed(Failure.notDecoded(e), situation), "");
        } catch (ApiFailure e) {
            return Attempt.failed(failed(Failure.ofApi(e), situation), "");
        }
    }

    /** What was rendered before, for an object that has entries to be rendered once. Costs a read of the Secret. */
    private Optional<RenderedBefore> renderedBefore(
            SealedSecretResource sealed, SealedSecret object, Situation situation, KeySnapshot keys) throws ApiFailure {
        if (!unsealer.hasUnrepeatable(object)) {
            return Optional.empty();
        }
        ObjectKey key = sealed.key();
        boolean maybeThere = situation.sighting().isWorthReading(true);
        Optional<Secret> existing = maybeThere ? secrets.find(key) : Optional.empty();
        String uid = sealed.metadata().uid();
        return Optional.of(new RenderedBefore(
                sealed.metadata(),
                existing.filter(
                        secret -> Hold.isOwn(secret, uid, situation.known().writtenUid())
                                || situation.known().leftToOthers()),
                WriteRecord.parse(situation.record()),
                new WriteRecords(keys),
                situation.specApplied() || !remembering));
    }

    /** The keys, in the order in which they are worth trying: the one that opened this object before, else the newest of its time. */
    private static KeyRing likelyFirst(SealedSecret object, Situation situation, KeySnapshot keys) {
        Optional<WriteRecord> record = WriteRecord.parse(situation.record());
        if (record.isPresent()) {
            return keys.ring().startingWith(record.get().key());
        }
        try {
            return keys.ringFor(Instant.parse(object.metadata().creationTimestamp()));
        } catch (DateTimeParseException e) {
            return keys.ring();
        }
    }

    /** The Secret gets the SealedSecret's name and namespace, whatever the template says: tells people who expect otherwise. */
    private static void warnOfOtherName(SealedSecret object) {
        ObjectMeta own = object.metadata();
        ObjectMeta template = object.template().metadata();
        boolean otherName = !template.name().isEmpty() && !template.name().equals(own.name());
        boolean otherNamespace =
                !template.namespace().isEmpty() && !template.namespace().equals(own.namespace());
        if (otherName || otherNamespace) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.SEALED_SECRET, new ObjectKey(own.namespace(), own.name()))
                    .log(LogMessages.METADATA_MISMATCH);
        }
    }

    private static boolean failedToUnseal(Standing standing) {
        return standing.outcome() instanceof Outcome.Failed failed
                && failed.failure().reason() == UnsealErrorReason.UNSEAL;
    }

    private static WriteResult failed(Failure failure, Situation situation) {
        SecretVersion seen = situation.sighting().versionOr(situation.known().version());
        return new WriteResult.Done(
                new Outcome.Failed(failure), false, situation.known().seen(seen));
    }
}
