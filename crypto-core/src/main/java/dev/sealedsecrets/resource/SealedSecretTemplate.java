package dev.sealedsecrets.resource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the Secret is made of besides the sealed items: {@code spec.template}.
 *
 * @param metadata metadata of the Secret; name and namespace in it do not count
 * @param type type of the Secret; null if absent
 * @param immutable null if absent
 * @param data templates by key of the value they render
 */
public record SealedSecretTemplate(
        ObjectMeta metadata,
        @Nullable String type,
        @Nullable Boolean immutable,
        Map<String, String> data) {
    /** A template that adds nothing. */
    public static final SealedSecretTemplate EMPTY = new SealedSecretTemplate(ObjectMeta.EMPTY, null, null, Map.of());

    /** Copies the templates, in their order. */
    public SealedSecretTemplate {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** This with other metadata. */
    public SealedSecretTemplate withMetadata(ObjectMeta newMetadata) {
        return new SealedSecretTemplate(newMetadata, type, immutable, data);
    }
}
