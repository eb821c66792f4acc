package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.controller.observe.UnsealErrorReason;
import dev.sealedsecrets.crypto.UnsealFailure;
import dev.sealedsecrets.resource.DecodeException;
import dev.sealedsecrets.resource.UnsealOutcome;
import java.util.stream.Collectors;

/**
 * Why a Secret is not what its SealedSecret says. The texts are interface (compatibility contract, decision table and
 * events); they name items, fields and objects, never values.
 *
 * @param statusMessage message of the condition Synced
 * @param eventMessage message of the Warning event
 */
record Failure(UnsealErrorReason reason, RetryClass retry, String statusMessage, String eventMessage) {

    /** The SealedSecret does not have the shape of one. */
    static Failure notDecoded(DecodeException e) {
        return notUnsealed(String.valueOf(e.getMessage()));
    }

    /**
     * Items do not open or templates do not render.
     *
     * @param hint what the items seem to be sealed for; empty: not known
     */
    static Failure notUnsealed(UnsealOutcome.Failed failed, String hint) {
        String message = failed.publicMessage();
        if (hint.isEmpty()) {
            return notUnsealed(message);
        }
        return notUnsealed(message.lines()
                .map(line -> line.startsWith(UnsealFailure.MESSAGE + " (") ? line + " (" + hint + ")" : line)
                .collect(Collectors.joining("\n")));
    }

    /** The Secret belongs to somebody else. */
    static Failure unmanaged(String name) {
        String message = "Resource \"" + name + "\" already exists and is not managed by SealedSecret";
        return new Failure(UnsealErrorReason.UNMANAGED, RetryClass.PERMANENT, "failed update: " + message, message);
    }

    /** The data of an immutable Secret would change. The status has the text of the API server, which is not asked. */
    static Failure immutable(ObjectKey key) {
        return new Failure(
                UnsealErrorReason.UPDATE,
                RetryClass.HOPELESS,
                "Secret \"" + key.name() + "\" is invalid: data: Forbidden: field is immutable when `immutable` is set",
                "Error updating " + key + ": the target Secret is immutable. Once a Secret is marked as immutable,"
                        + " it is not possible to revert this change nor to mutate the contents of the data field."
                        + " You can only delete and recreate the Secret.");
    }

    /** The Secret would be a sealing key of this controller. */
    static Failure sealingKey() {
        String message = "refusing to write a sealing key";
        return new Failure(UnsealErrorReason.UPDATE, RetryClass.PERMANENT, message, message);
    }

    /** The API server did not take the Secret, or did not answer. */
    static Failure ofApi(ApiFailure failure) {
        RetryClass retry = failure.kind() == ApiFailure.Kind.REFUSED ? RetryClass.PERMANENT : RetryClass.TRANSIENT;
        return new Failure(UnsealErrorReason.UPDATE, retry, failure.text(), failure.text());
    }

    private static Failure notUnsealed(String message) {
        return new Failure(UnsealErrorReason.UNSEAL, RetryClass.PERMANENT, message, "Failed to unseal: " + message);
    }
}
