package dev.sealedsecrets.resource;

/** What became of re-encrypting an object: all of it, or nothing. */
public sealed interface ReencryptOutcome {
    /** The object with new items. */
    record Reencrypted(SealedSecret sealedSecret) implements ReencryptOutcome {}

    /** Something did not open. */
    record Failed(UnsealOutcome.Failed reason) implements ReencryptOutcome {}
}
