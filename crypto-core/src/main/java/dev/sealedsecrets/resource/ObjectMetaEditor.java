package dev.sealedsecrets.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metadata being put together: {@code metadata.edit().name("a").uid("").done()}. For one thread. */
public final class ObjectMetaEditor {
    private String name;
    private String generateName;
    private String namespace;
    private String selfLink;
    private String uid;
    private String resourceVersion;
    private long generation;
    private String creationTimestamp;
    private String deletionTimestamp;
    private @Nullable Long deletionGracePeriodSeconds;
    private Map<String, String> labels;
    private Map<String, String> annotations;
    private List<OwnerReference> ownerReferences;
    private List<String> finalizers;
    private List<Tree.Mapping> managedFields;

    ObjectMetaEditor(ObjectMeta metadata) {
        this.name = metadata.name();
        this.generateName = metadata.generateName();
        this.namespace = metadata.namespace();
        this.selfLink = metadata.selfLink();
        this.uid = metadata.uid();
        this.resourceVersion = metadata.resourceVersion();
        this.generation = metadata.generation();
        this.creationTimestamp = metadata.creationTimestamp();
        this.deletionTimestamp = metadata.deletionTimestamp();
        this.deletionGracePeriodSeconds = metadata.deletionGracePeriodSeconds();
        this.labels = metadata.labels();
        this.annotations = metadata.annotations();
        this.ownerReferences = metadata.ownerReferences();
        this.finalizers = metadata.finalizers();
        this.managedFields = metadata.managedFields();
    }

    /** Sets {@link ObjectMeta#name}. */
    public ObjectMetaEditor name(String value) {
        this.name = value;
        return this;
    }

    /** Sets {@link ObjectMeta#generateName}. */
    public ObjectMetaEditor generateName(String value) {
        this.generateName = value;
        return this;
    }

    /** Sets {@link ObjectMeta#namespace}. */
    public ObjectMetaEditor namespace(String value) {
        this.namespace = value;
        return this;
    }

    /** Sets {@link ObjectMeta#selfLink}. */
    public ObjectMetaEditor selfLink(String value) {
        this.selfLink = value;
        return this;
    }

    /** Sets {@link ObjectMeta#uid}. */
    public ObjectMetaEditor uid(String value) {
        this.uid = value;
        return this;
    }

    /** Sets {@link ObjectMeta#resourceVersion}. */
    public ObjectMetaEditor resourceVersion(String value) {
        this.resourceVersion = value;
        return this;
    }

    /** Sets {@link ObjectMeta#generation}. */
    public ObjectMetaEditor generation(long value) {
        this.generation = value;
        return this;
    }

    /** Sets {@link ObjectMeta#creationTimestamp}. */
    public ObjectMetaEditor creationTimestamp(String value) {
        this.creationTimestamp = value;
        return this;
    }

    /** Sets {@link ObjectMeta#deletionTimestamp}. */
    public ObjectMetaEditor deletionTimestamp(String value) {
        this.deletionTimestamp = value;
        return this;
    }

    /** Sets {@link ObjectMeta#deletionGracePeriodSeconds}. */
    public ObjectMetaEditor deletionGracePeriodSeconds(@Nullable Long value) {
        this.deletionGracePeriodSeconds = value;
        return this;
    }

    /** Sets {@link ObjectMeta#labels}. */
    public ObjectMetaEditor labels(Map<String, String> value) {
        this.labels = new LinkedHashMap<>(value);
        return this;
    }

    /** Sets {@link ObjectMeta#annotations}. */
    public ObjectMetaEditor annotations(Map<String, String> value) {
        this.annotations = new LinkedHashMap<>(value);
        return this;
    }

    /** Sets {@link ObjectMeta#ownerReferences}. */
    public ObjectMetaEditor ownerReferences(List<OwnerReference> value) {
        this.ownerReferences = List.copyOf(value);
        return this;
    }

    /** Sets {@link ObjectMeta#finalizers}. */
    public ObjectMetaEditor finalizers(List<String> value) {
        this.finalizers = List.copyOf(value);
        return this;
    }

    /** Sets {@link ObjectMeta#managedFields}. */
    public ObjectMetaEditor managedFields(List<Tree.Mapping> value) {
        this.managedFields = List.copyOf(value);
        return this;
    }

    /** The metadata as it is now. */
    public ObjectMeta done() {
        return new ObjectMeta(
                name,
                generateName,
                namespace,
                selfLink,
                uid,
                resourceVersion,
                generation,
                creationTimestamp,
                deletionTimestamp,
                deletionGracePeriodSeconds,
                labels,
                annotations,
                ownerReferences,
                finalizers,
                managedFields);
    }
}
