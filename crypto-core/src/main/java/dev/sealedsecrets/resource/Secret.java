package dev.sealedsecrets.resource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Secret of the core API with its plain values. {@code stringData} does not occur: decoding turns it into data.
 *
 * @param type null if absent; the API server then takes it for Opaque
 * @param immutable null if absent
 * @param data values by key; keys are not checked
 */
public record Secret(
        ObjectMeta metadata,
        @Nullable String type,
        @Nullable Boolean immutable,
        Map<String, SecretValue> data) {
    /** The only version of the kind. */
    public static final String API_VERSION = "v1";

    /** The name of the kind. */
    public static final String KIND = "Secret";

    /** Copies the data, in its order. */
    public Secret {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /**
     * Reads a Secret. {@code data} is base64 (compatibility contract, base64), {@code stringData} text; the latter wins.
     *
     * @throws DecodeException if it is of another kind or a field has the wrong shape
     */
    public static Secret decode(Tree tree, Decoding decoding) throws DecodeException {
        return SecretDecoder.decode(tree, decoding);
    }

    /** This with other metadata. */
    public Secret withMetadata(ObjectMeta newMetadata) {
        return new Secret(newMetadata, type, immutable, data);
    }
}
