package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.Base64Text;
import dev.sealedsecrets.crypto.IllegalBase64Exception;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a SealedSecret. */
final class SealedSecretDecoder {
    private SealedSecretDecoder() {}

    static SealedSecret decode(Tree tree, Decoding decoding) throws DecodeException {
        Fields fields = Fields.of(tree, Place.ROOT, decoding);
        fields.requireKind(SealedSecret.API_VERSION, SealedSecret.KIND);
        Fields spec = fields.object("spec");
        return new SealedSecret(
                ObjectMetaDecoder.decode(fields.object("metadata")),
                template(spec.object("template")),
                items(spec, decoding),
                deprecatedData(spec),
                status(fields));
    }

    private static SealedSecretTemplate template(Fields fields) throws DecodeException {
        return new SealedSecretTemplate(
                ObjectMetaDecoder.decode(fields.object("metadata")),
                fields.textOrNull("type"),
                fields.bool("immutable"),
                fields.texts("data"));
    }

    /** Quirk: a number, a boolean, null, list or mapping as an item reads as the empty text, unless told to be exact. */
    private static Map<String, String> items(Fields spec, Decoding decoding) throws DecodeException {
        Map<String, String> items = new LinkedHashMap<>();
        for (Map.Entry<String, Tree> entry :
                spec.entries("encryptedData", "a map of strings").entrySet()) {
            if (entry.getValue() instanceof Tree.Text text) {
                items.put(entry.getKey(), text.value());
            } else if (decoding.requiresTextItems()) {
                throw Fields.wrongType(spec.placeOf("encryptedData").field(entry.getKey()), "text", entry.getValue());
            } else {
                items.put(entry.getKey(), "");
            }
        }
        return items;
    }

    private static @Nullable String deprecatedData(Fields spec) throws DecodeException {
        Tree value = spec.value("data");
        if (value == null) {
            return null;
        }
        if (value instanceof Tree.Text text) {
            try {
                Base64Text.decode(text.value());
                return text.value();
            } catch (IllegalBase64Exception e) {
                throw new DecodeException(spec.placeOf("data"), String.valueOf(e.getMessage()));
            }
        }
        throw Fields.wrongType(spec.placeOf("data"), "base64 text", value);
    }

    private static @Nullable Tree status(Fields fields) throws DecodeException {
        Tree status = fields.json("status");
        if (status == null || status instanceof Tree.Mapping) {
            return status;
        }
        throw Fields.wrongType(fields.placeOf("status"), "a mapping", status);
    }
}
