package dev.sealedsecrets.controller.reconcile;

/**
 * What is known about the Secret of a SealedSecret.
 *
 * @param version the state that was read, written or seen last
 * @param writtenUid uid of the Secret that the SealedSecret wrote as its own; empty if it did not, as far as is known
 * @param leftToOthers it was only added to: when somebody deletes it, it stays away
 */
record SecretFacts(SecretVersion version, String writtenUid, boolean leftToOthers) {
    static final SecretFacts NONE = new SecretFacts(SecretVersion.NONE, "", false);

    /** The same, but another state of the Secret was seen. */
    SecretFacts seen(SecretVersion newVersion) {
        return new SecretFacts(newVersion, writtenUid, leftToOthers);
    }

    /** The facts after a Secret was read or written under this hold. */
    SecretFacts held(SecretVersion newVersion, Hold hold) {
        return new SecretFacts(newVersion, hold.isOwnership() ? newVersion.uid() : "", hold == Hold.PATCHED);
    }
}
