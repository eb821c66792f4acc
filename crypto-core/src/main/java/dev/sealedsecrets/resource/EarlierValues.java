package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.Fingerprint;
import java.util.Map;
import java.util.Set;

/** Values that an earlier rendering gave to entries which would come out differently each time, and that are to stay. */
@FunctionalInterface
public interface EarlierValues {
    /** Nothing stays. */
    EarlierValues NONE = (entries, keys, openedBy) -> Map.of();

    /**
     * The values that stay; entries without one are rendered.
     *
     * @param entries keys of {@code spec.template.data} that are not repeatable, none of them also an item
     * @param keys of the whole Secret
     * @param openedBy the key that opened each item
     */
    Map<String, SecretValue> keep(Set<String> entries, Set<String> keys, Map<String, Fingerprint> openedBy);
}
