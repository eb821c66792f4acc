package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.IllegalBase64Exception;
import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.MalformedItemException;
import dev.sealedsecrets.crypto.Opened;
import dev.sealedsecrets.crypto.Scope;
import dev.sealedsecrets.crypto.SealedPayload;
import dev.sealedsecrets.crypto.UnsealFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the usual mistakes behind items that do not open: another scope, or the name that the template has (compatibility
 * contract, status).
 *
 * <p>Guarantees: tries labels of the object's own namespace only, and says nothing but that one of them fits. For whoever may
 * read the object; never for callers over HTTP.
 */
public final class SealedElsewhere {
    /** Items that are tried; a mistake usually holds for all of them. */
    private static final int MOST_ITEMS = 4;

    private SealedElsewhere() {}

    /** What the first items that do not open were sealed for, as a question: {@code sealed cluster-wide?}. */
    public static Optional<String> hint(SealedSecret sealed, KeyRing keys, UnsealOutcome.Failed failed) {
        Map<String, Label> others = otherLabels(sealed);
        List<String> items = failed.errors().stream()
                .filter(error -> error.item() != null && error.message().equals(UnsealFailure.MESSAGE))
                .map(ItemError::item)
                .limit(MOST_ITEMS)
                .toList();
        for (String item : items) {
            String sealedItem = sealed.encryptedData().get(item);
            if (sealedItem != null) {
                Optional<String> found = hint(sealedItem, keys, others);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, Label> otherLabels(SealedSecret sealed) {
        String namespace = sealed.metadata().namespace();
        String name = sealed.metadata().name();
        Map<String, Label> labels = new LinkedHashMap<>();
        for (Scope scope : Scope.values()) {
            if (scope != sealed.scope()) {
                labels.put("sealed " + scope.text() + "?", scope.label(namespace, name));
            }
        }
        String other = sealed.template().metadata().name();
        if (!other.isEmpty() && !other.equals(name)) {
            labels.put("sealed for the name " + other + "?", Scope.STRICT.label(namespace, other));
        }
        return labels;
    }

    private static Optional<String> hint(String item, KeyRing keys, Map<String, Label> labels) {
        try {
            SealedPayload payload = SealedPayload.parseBase64(item);
            for (Map.Entry<String, Label> label : labels.entrySet()) {
                if (keys.unseal(payload, label.getValue()) instanceof Opened) {
                    return Optional.of(label.getKey());
                }
            }
            return Optional.empty();
        } catch (IllegalBase64Exception | MalformedItemException e) {
            return Optional.empty();
        }
    }
}
