package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.observe.UnsealErrorReason;

/** How a SealedSecret stands after a pass. Status, event, metric, log line and retry all derive from it. */
sealed interface Outcome {
    /** The Secret is what the SealedSecret says. */
    record Synced() implements Outcome {}

    /** The Secret was, but somebody edited it, and edits are only reported. */
    record Drifted() implements Outcome {}

    /** The Secret is not, and was left as it is. */
    record Failed(Failure failure) implements Outcome {}

    /** Whether the condition Synced is True. */
    default boolean isSynced() {
        return !(this instanceof Failed);
    }

    /** Whether somebody else's Secret is in the way. */
    default boolean isBlocked() {
        return this instanceof Failed failed && failed.failure().reason() == UnsealErrorReason.UNMANAGED;
    }
}
