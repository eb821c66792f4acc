package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.Base64Text;
import dev.sealedsecrets.crypto.IllegalBase64Exception;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a Secret. */
final class SecretDecoder {
    private SecretDecoder() {}

    static Secret decode(Tree tree, Decoding decoding) throws DecodeException {
        Fields fields = Fields.of(tree, Place.ROOT, decoding);
        fields.requireKind(Secret.API_VERSION, Secret.KIND);
        Map<String, SecretValue> data = new LinkedHashMap<>();
        Place at = fields.placeOf("data");
        for (Map.Entry<String, Tree> entry :
                fields.entries("data", "a map of base64 texts").entrySet()) {
            data.put(entry.getKey(), base64Value(entry.getValue(), at.field(entry.getKey())));
        }
        for (Map.Entry<String, String> entry : fields.texts("stringData").entrySet()) {
            data.put(entry.getKey(), SecretValue.ofText(entry.getValue()));
        }
        return new Secret(
                ObjectMetaDecoder.decode(fields.object("metadata")),
                fields.textOrNull("type"),
                fields.bool("immutable"),
                data);
    }

    private static SecretValue base64Value(Tree value, Place place) throws DecodeException {
        if (value instanceof Tree.Null) {
            return SecretValue.empty();
        }
        if (value instanceof Tree.Text text) {
            try {
                return SecretValue.owning(Base64Text.decode(text.value()));
            } catch (IllegalBase64Exception e) {
                throw new DecodeException(place, String.valueOf(e.getMessage()));
            }
        }
        throw Fields.wrongType(place, "base64 text", value);
    }
}
