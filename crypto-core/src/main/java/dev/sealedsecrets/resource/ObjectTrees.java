package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.Base64Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Objects as trees: fields in the order of the original's JSON (compatibility contract, writing), maps by code point, absent fields left
 * out. {@code template.metadata} and {@code encryptedData} are there even if empty.
 */
final class ObjectTrees {
    private ObjectTrees() {}

    static Tree.Mapping of(SealedSecret sealed) {
        Map<String, Tree> spec = new LinkedHashMap<>();
        spec.put("template", template(sealed.template()));
        putText(spec, "data", sealed.deprecatedData());
        spec.put("encryptedData", sortedTexts(sealed.encryptedData()));

        Map<String, Tree> object = typed(SealedSecret.KIND, SealedSecret.API_VERSION);
        object.put("metadata", metadata(sealed.metadata()));
        object.put("spec", new Tree.Mapping(spec));
        if (sealed.status() != null) {
            object.put("status", sealed.status());
        }
        return new Tree.Mapping(object);
    }

    static Tree.Mapping of(Secret secret) {
        Map<String, String> data = new TreeMap<>(CodePointOrder.INSTANCE);
        for (Map.Entry<String, SecretValue> value : secret.data().entrySet()) {
            data.put(value.getKey(), Base64Text.encode(value.getValue().bytes()));
        }
        Map<String, Tree> object = typed(Secret.KIND, Secret.API_VERSION);
        object.put("metadata", metadata(secret.metadata()));
        putBool(object, "immutable", secret.immutable());
        if (!data.isEmpty()) {
            object.put("data", Tree.texts(data));
        }
        putText(object, "type", secret.type());
        return new Tree.Mapping(object);
    }

    private static Map<String, Tree> typed(String kind, String apiVersion) {
        Map<String, Tree> object = new LinkedHashMap<>();
        object.put("kind", Tree.text(kind));
        object.put("apiVersion", Tree.text(apiVersion));
        return object;
    }

    private static Tree template(SealedSecretTemplate template) {
        Map<String, Tree> fields = new LinkedHashMap<>();
        fields.put("metadata", metadata(template.metadata()));
        putText(fields, "type", template.type());
        putBool(fields, "immutable", template.immutable());
        putTexts(fields, "data", template.data());
        return new Tree.Mapping(fields);
    }

    private static Tree metadata(ObjectMeta metadata) {
        Map<String, Tree> fields = new LinkedHashMap<>();
        putFilled(fields, "name", metadata.name());
        putFilled(fields, "generateName", metadata.generateName());
        putFilled(fields, "namespace", metadata.namespace());
        putFilled(fields, "selfLink", metadata.selfLink());
        putFilled(fields, "uid", metadata.uid());
        putFilled(fields, "resourceVersion", metadata.resourceVersion());
        if (metadata.generation() != 0) {
            fields.put("generation", Tree.number(metadata.generation()));
        }
        putFilled(fields, "creationTimestamp", metadata.creationTimestamp());
        putFilled(fields, "deletionTimestamp", metadata.deletionTimestamp());
        Long gracePeriod = metadata.deletionGracePeriodSeconds();
        if (gracePeriod != null) {
            fields.put("deletionGracePeriodSeconds", Tree.number(gracePeriod));
        }
        putTexts(fields, "labels", metadata.labels());
        putTexts(fields, "annotations", metadata.annotations());
        if (!metadata.ownerReferences().isEmpty()) {
            fields.put("ownerReferences", ownerReferences(metadata.ownerReferences()));
        }
        if (!metadata.finalizers().isEmpty()) {
            fields.put("finalizers", Tree.texts(metadata.finalizers()));
        }
        if (!metadata.managedFields().isEmpty()) {
            fields.put("managedFields", new Tree.Sequence(List.copyOf(metadata.managedFields())));
        }
        return new Tree.Mapping(fields);
    }

    private static Tree ownerReferences(List<OwnerReference> references) {
        List<Tree> items = new ArrayList<>(references.size());
        for (OwnerReference reference : references) {
            Map<String, Tree> fields = new LinkedHashMap<>();
            fields.put("apiVersion", Tree.text(reference.apiVersion()));
            fields.put("kind", Tree.text(reference.kind()));
            fields.put("name", Tree.text(reference.name()));
            fields.put("uid", Tree.text(reference.uid()));
            putBool(fields, "controller", reference.controller());
            putBool(fields, "blockOwnerDeletion", reference.blockOwnerDeletion());
            items.add(new Tree.Mapping(fields));
        }
        return new Tree.Sequence(items);
    }

    private static Tree.Mapping sortedTexts(Map<String, String> texts) {
        Map<String, String> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
        sorted.putAll(texts);
        return Tree.texts(sorted);
    }

    private static void putFilled(Map<String, Tree> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, Tree.text(text));
        }
    }

    private static void putText(Map<String, Tree> fields, String name, @Nullable String text) {
        if (text != null) {
            fields.put(name, Tree.text(text));
        }
    }

    private static void putBool(Map<String, Tree> fields, String name, @Nullable Boolean value) {
        if (value != null) {
            fields.put(name, Tree.bool(value));
        }
    }

    private static void putTexts(Map<String, Tree> fields, String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            fields.put(name, sortedTexts(texts));
        }
    }
}
