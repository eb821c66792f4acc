package dev.sealedsecrets.controller.reconcile;

/** What became of the attempt to bring a Secret in order. */
sealed interface WriteResult {
    /**
     * The attempt has an outcome.
     *
     * @param changed whether the Secret was written
     */
    record Done(Outcome outcome, boolean changed, SecretFacts secret) implements WriteResult {}

    /** The Secret is absent, and was not created because it is too early to do so. */
    record TooEarly() implements WriteResult {}

    /** The SealedSecret is about to go, so its Secret was left alone. */
    record NotWanted() implements WriteResult {}
}
