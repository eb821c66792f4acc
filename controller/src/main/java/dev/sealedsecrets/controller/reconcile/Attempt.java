package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.resource.UnsealOutcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One attempt to make the Secret of a SealedSecret, before anything is told about it.
 *
 * @param unsealed what the SealedSecret stands for; empty if that failed
 * @param renderedAnew entries with random or clock functions that did not keep an earlier value
 * @param hint what items that do not open seem to be sealed for; empty if that is not known
 */
record Attempt(WriteResult result, Optional<UnsealOutcome.Unsealed> unsealed, Set<String> renderedAnew, String hint) {
    /** Fingerprint of the key that opened each item; empty if the attempt failed. */
    Map<String, String> openedBy() {
        Map<String, String> texts = new TreeMap<>();
        unsealed.ifPresent(found -> found.openedBy().forEach((item, key) -> texts.put(item, key.text())));
        return texts;
    }

    static Attempt failed(WriteResult result, String hint) {
        return new Attempt(result, Optional.empty(), Set.of(), hint);
    }
}
