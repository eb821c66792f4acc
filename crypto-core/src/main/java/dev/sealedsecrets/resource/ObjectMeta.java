package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of an object of the API. An absent text is empty, as in the API; so are absent maps and lists. Times are kept as
 * the API writes them (RFC 3339).
 *
 * <p>Guarantees: {@code toString} shows namespace and name only. (Annotations of live Secrets may hold plain values.)
 *
 * @param generation 0 if absent
 * @param deletionGracePeriodSeconds null if absent
 * @param managedFields entries as the API has them, known fields only
 */
public record ObjectMeta(
        String name,
        String generateName,
        String namespace,
        String selfLink,
        String uid,
        String resourceVersion,
        long generation,
        String creationTimestamp,
        String deletionTimestamp,
        @Nullable Long deletionGracePeriodSeconds,
        Map<String, String> labels,
        Map<String, String> annotations,
        List<OwnerReference> ownerReferences,
        List<String> finalizers,
        List<Tree.Mapping> managedFields) {

    /** Metadata without anything. */
    public static final ObjectMeta EMPTY = new ObjectMeta(
            "", "", "", "", "", "", 0, "", "", null, Map.of(), Map.of(), List.of(), List.of(), List.of());

    /** Copies maps and lists, in their order. */
    public ObjectMeta {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
        ownerReferences = List.copyOf(ownerReferences);
        finalizers = List.copyOf(finalizers);
        managedFields = List.copyOf(managedFields);
    }

    /** The scope that the annotations state: only the exact text {@code true} counts, cluster-wide first. */
    public Scope scope() {
        return ScopeAnnotations.read(annotations);
    }

    /** Whether the annotations ask for a Secret without owner reference. */
    public boolean skipsOwnerReferences() {
        return ScopeAnnotations.isTrue(annotations, Annotations.SKIP_SET_OWNER_REFERENCES);
    }

    /** A copy to change. */
    public ObjectMetaEditor edit() {
        return new ObjectMetaEditor(this);
    }

    /** This under another name. */
    public ObjectMeta withName(String newName) {
        return edit().name(newName).done();
    }

    /** This in another namespace. */
    public ObjectMeta withNamespace(String newNamespace) {
        return edit().namespace(newNamespace).done();
    }

    /** This with these labels only. */
    public ObjectMeta withLabels(Map<String, String> newLabels) {
        return edit().labels(newLabels).done();
    }

    /** This with these annotations only. */
    public ObjectMeta withAnnotations(Map<String, String> newAnnotations) {
        return edit().annotations(newAnnotations).done();
    }

    /** This with these owners only. */
    public ObjectMeta withOwnerReferences(List<OwnerReference> newOwnerReferences) {
        return edit().ownerReferences(newOwnerReferences).done();
    }

    /** This with the annotation of a scope; the annotations of other scopes go. */
    public ObjectMeta withScope(Scope scope) {
        return withAnnotations(ScopeAnnotations.replace(annotations, scope));
    }

    /**
     * This without what an API server fills in: uid, resourceVersion, generation, the times of creation and deletion, the grace
     * period, selfLink and managedFields.
     */
    public ObjectMeta withoutServerFields() {
        return edit().uid("")
                .resourceVersion("")
                .generation(0)
                .creationTimestamp("")
                .deletionTimestamp("")
                .deletionGracePeriodSeconds(null)
                .selfLink("")
                .managedFields(List.of())
                .done();
    }

    /** This without generation and the times of creation and deletion: what the command line never prints. */
    public ObjectMeta withoutTimes() {
        return edit().generation(0).creationTimestamp("").deletionTimestamp("").done();
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
