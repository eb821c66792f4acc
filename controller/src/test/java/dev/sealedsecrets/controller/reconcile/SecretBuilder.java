package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.OwnerReference;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Secrets for tests: {@code new SecretBuilder().data("a", "1").label("k", "v").done()}, named ns/s. */
final class SecretBuilder {
    /** The uid of the SealedSecret ns/s. */
    static final String OWNER_UID = "owner-uid";

    static final String MANAGED = "sealedsecrets.bitnami.com/managed";
    static final String PATCH = "sealedsecrets.bitnami.com/patch";
    static final String SKIP = "sealedsecrets.bitnami.com/skip-set-owner-references";

    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, String> annotations = new LinkedHashMap<>();
    private final Map<String, SecretValue> data = new LinkedHashMap<>();
    private List<OwnerReference> owners = List.of();
    private String namespace = "ns";
    private String name = "s";
    private String uid = "";
    private String resourceVersion = "";
    private @Nullable String type;
    private @Nullable Boolean immutable;

    SecretBuilder data(String key, String value) {
        data.put(key, SecretValue.ofText(value));
        return this;
    }

    SecretBuilder label(String key, String value) {
        labels.put(key, value);
        return this;
    }

    SecretBuilder annotation(String key, String value) {
        annotations.put(key, value);
        return this;
    }

    SecretBuilder in(String newNamespace) {
        namespace = newNamespace;
        return this;
    }

    SecretBuilder named(String newName) {
        name = newName;
        return this;
    }

    SecretBuilder type(String newType) {
        type = newType;
        return this;
    }

    SecretBuilder immutable(boolean value) {
        immutable = value;
        return this;
    }

    /** As the API server has it. */
    SecretBuilder stored() {
        uid = "secret-uid";
        resourceVersion = "7";
        type = type == null ? "Opaque" : type;
        return this;
    }

    SecretBuilder owned() {
        return ownedBy(OWNER_UID);
    }

    SecretBuilder ownedBy(String ownerUid) {
        owners = List.of(new OwnerReference("bitnami.com/v1alpha1", "SealedSecret", name, ownerUid, true, null));
        return this;
    }

    SecretBuilder owners(OwnerReference... references) {
        owners = List.of(references);
        return this;
    }

    Secret done() {
        ObjectMeta metadata = ObjectMeta.EMPTY
                .edit()
                .namespace(namespace)
                .name(name)
                .uid(uid)
                .resourceVersion(resourceVersion)
                .labels(labels)
                .annotations(annotations)
                .ownerReferences(owners)
                .done();
        return new Secret(metadata, type, immutable, data);
    }
}
