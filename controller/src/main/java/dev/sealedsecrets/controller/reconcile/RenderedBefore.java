package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.crypto.Fingerprint;
import dev.sealedsecrets.resource.EarlierValues;
import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps what entries with random or clock functions were rendered to, as long as it is the rendering of this SealedSecret: same
 * generation, scope and keys, and nobody edited the values (compatibility contract, unsealing one SealedSecret). For one pass.
 *
 * <p>A record decides. Where none can be checked, a spec that was applied before keeps its values: a new rendering would
 * change a credential that works.
 */
final class RenderedBefore implements EarlierValues {
    private final ObjectMeta sealed;
    private final Optional<Secret> existing;
    private final Optional<WriteRecord> record;
    private final WriteRecords records;
    private final boolean specApplied;
    private final Set<String> renderedAnew = new TreeSet<>();

    /**
     * @param existing the Secret as it is, if the SealedSecret has one
     * @param specApplied whether the spec as it is now was applied before, as far as is known
     */
    RenderedBefore(
            ObjectMeta sealed,
            Optional<Secret> existing,
            Optional<WriteRecord> record,
            WriteRecords records,
            boolean specApplied) {
        this.sealed = sealed;
        this.existing = existing;
        this.record = record;
        this.records = records;
        this.specApplied = specApplied;
    }

    @Override
    public Map<String, SecretValue> keep(Set<String> entries, Set<String> keys, Map<String, Fingerprint> openedBy) {
        renderedAnew.addAll(entries);
        if (existing.isEmpty()) {
            return Map.of();
        }
        Map<String, SecretValue> data = existing.get().data();
        if (!mayStay(keys, openedBy, data)) {
            return Map.of();
        }
        Map<String, SecretValue> kept = new HashMap<>();
        for (String entry : entries) {
            SecretValue value = data.get(entry);
            if (value != null) {
                kept.put(entry, value);
                renderedAnew.remove(entry);
            }
        }
        return kept;
    }

    private boolean mayStay(Set<String> keys, Map<String, Fingerprint> openedBy, Map<String, SecretValue> data) {
        Optional<WriteRecord> usable = record.filter(records::canCheck);
        if (usable.isEmpty()) {
            return specApplied;
        }
        Map<String, SecretValue> ours = new HashMap<>(data);
        ours.keySet().retainAll(keys);
        return records.isContent(usable.get(), sealed, openedBy, ours);
    }

    /** The entries that did not keep a value. */
    Set<String> renderedAnew() {
        return Set.copyOf(renderedAnew);
    }
}
