package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A SealedSecret of {@code bitnami.com/v1alpha1} (compatibility contract, format).
 *
 * @param encryptedData sealed items in base64 by key; not yet parsed, so each may turn out malformed
 * @param deprecatedData {@code spec.data}: a whole Secret as one item, in valid base64; null if absent
 * @param status a mapping, as the object has it; null if absent
 */
public record SealedSecret(
        ObjectMeta metadata,
        SealedSecretTemplate template,
        Map<String, String> encryptedData,
        @Nullable String deprecatedData,
        @Nullable Tree status) {
    /** The only version of the kind. */
    public static final String API_VERSION = "bitnami.com/v1alpha1";

    /** The name of the kind. */
    public static final String KIND = "SealedSecret";

    /** Copies the items, in their order. */
    public SealedSecret {
        encryptedData = Collections.unmodifiableMap(new LinkedHashMap<>(encryptedData));
    }

    /**
     * Reads a SealedSecret.
     *
     * @throws DecodeException if it is of another kind or a field has the wrong shape; also if {@code encryptedData} as a whole has,
     *     or {@code spec.data} is no base64
     */
    public static SealedSecret decode(Tree tree, Decoding decoding) throws DecodeException {
        return SealedSecretDecoder.decode(tree, decoding);
    }

    /** The scope of the items. Only annotations of the object itself count, not those of the template. */
    public Scope scope() {
        return metadata.scope();
    }

    /** What the items are bound to, from scope, namespace and name of the object. */
    public Label label() {
        return scope().label(metadata.namespace(), metadata.name());
    }

    /** This with other metadata. */
    public SealedSecret withMetadata(ObjectMeta newMetadata) {
        return new SealedSecret(newMetadata, template, encryptedData, deprecatedData, status);
    }

    /** This with another template. */
    public SealedSecret withTemplate(SealedSecretTemplate newTemplate) {
        return new SealedSecret(metadata, newTemplate, encryptedData, deprecatedData, status);
    }

    /** This with these items only. */
    public SealedSecret withEncryptedData(Map<String, String> newEncryptedData) {
        return new SealedSecret(metadata, template, newEncryptedData, deprecatedData, status);
    }

    /** This with another item in the deprecated form. */
    SealedSecret withDeprecatedData(String newDeprecatedData) {
        return new SealedSecret(metadata, template, encryptedData, newDeprecatedData, status);
    }

    /** This without status. */
    public SealedSecret withoutStatus() {
        return new SealedSecret(metadata, template, encryptedData, deprecatedData, null);
    }
}
