package dev.sealedsecrets.controller.reconcile;

/**
 * What the last pass over a SealedSecret left behind. In memory only.
 *
 * @param inputs what the pass worked on
 * @param sealedVersion resourceVersion of the SealedSecret that the status was last compared with
 * @param outcome of the pass
 * @param secret what is known about the Secret
 * @param appliedGeneration of the spec that was applied last; 0: none, as far as is known
 * @param attempts failed ones in a row
 * @param settled nothing more is tried until something changes
 * @param remembered for later passes
 */
record Standing(
        Inputs inputs,
        String sealedVersion,
        Outcome outcome,
        SecretFacts secret,
        long appliedGeneration,
        Attempts attempts,
        boolean settled,
        Remembered remembered) {

    /** Whether another pass would find what this one found, or what is not its business any more. */
    boolean isAbout(Inputs present, SecretSighting sighting) {
        if (!inputs.equals(present)) {
            return false;
        }
        SecretVersion seen = sighting.versionOr(secret.version());
        boolean othersBusiness = secret.leftToOthers() && (outcome.isSynced() || seen.equals(SecretVersion.NONE));
        return othersBusiness || seen.equals(secret.version());
    }

    /** The same with the status in order. */
    Standing reported(String newSealedVersion) {
        return new Standing(
                inputs,
                newSealedVersion,
                outcome,
                secret,
                appliedGeneration,
                attempts,
                settled,
                remembered.withoutKeys());
    }

    /** The same with the status not in order. */
    Standing unreported(Attempts newAttempts) {
        return new Standing(inputs, "", outcome, secret, appliedGeneration, newAttempts, settled, remembered);
    }
}
