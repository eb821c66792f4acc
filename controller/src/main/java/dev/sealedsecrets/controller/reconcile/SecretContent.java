package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.OwnerReference;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares and combines Secrets. What the API server fills in is taken from the existing one and never compared. */
final class SecretContent {
    private static final String DEFAULT_TYPE = "Opaque";

    private SecretContent() {}

    /** Whether an update from one to the other would change nothing. */
    static boolean isSame(Secret one, Secret other) {
        return one.data().equals(other.data())
                && typeOf(one).equals(typeOf(other))
                && isImmutable(one) == isImmutable(other)
                && one.metadata().labels().equals(other.metadata().labels())
                && one.metadata().annotations().equals(other.metadata().annotations())
                && one.metadata().ownerReferences().equals(other.metadata().ownerReferences());
    }

    /** The existing Secret with content, labels, annotations and owners of the wanted one only. */
    static Secret replaced(Secret existing, Secret wanted) {
        return combined(
                existing,
                wanted,
                wanted.metadata().labels(),
                wanted.metadata().annotations(),
                wanted.metadata().ownerReferences(),
                typeOf(wanted),
                wanted.data());
    }

    /** The existing Secret with content and owners of the wanted one; labels and annotations of others stay. */
    static Secret restored(Secret existing, Secret wanted) {
        return combined(
                existing,
                wanted,
                union(existing.metadata().labels(), wanted.metadata().labels()),
                union(existing.metadata().annotations(), wanted.metadata().annotations()),
                wanted.metadata().ownerReferences(),
                typeOf(wanted),
                wanted.data());
    }

    /**
     * The existing Secret with items, labels and annotations of the wanted one added or replaced. A wanted Secret without
     * type does not ask for one.
     *
     * @param owned whether it gets the owner references of the wanted one as well
     */
    static Secret patched(Secret existing, Secret wanted, boolean owned) {
        return combined(
                existing,
                wanted,
                union(existing.metadata().labels(), wanted.metadata().labels()),
                union(existing.metadata().annotations(), wanted.metadata().annotations()),
                (owned ? wanted : existing).metadata().ownerReferences(),
                wanted.type() == null ? existing.type() : wanted.type(),
                union(existing.data(), wanted.data()));
    }

    /** Whether the Secret's data may not change any more. */
    static boolean isImmutable(Secret secret) {
        return Boolean.TRUE.equals(secret.immutable());
    }

    private static Secret combined(
            Secret existing,
            Secret wanted,
            Map<String, String> labels,
            Map<String, String> annotations,
            List<OwnerReference> owners,
            @Nullable String type,
            Map<String, SecretValue> data) {
        ObjectMeta metadata = existing.metadata()
                .edit()
                .labels(labels)
                .annotations(annotations)
                .ownerReferences(owners)
                .done();
        Boolean immutable = isImmutable(wanted) ? Boolean.TRUE : existing.immutable();
        return new Secret(metadata, type, immutable, data);
    }

    private static String typeOf(Secret secret) {
        String type = Objects.requireNonNullElse(secret.type(), "");
        return type.isEmpty() ? DEFAULT_TYPE : type;
    }

    private static <V> Map<String, V> union(Map<String, V> before, Map<String, V> added) {
        Map<String, V> all = new LinkedHashMap<>(before);
        all.putAll(added);
        return all;
    }
}
