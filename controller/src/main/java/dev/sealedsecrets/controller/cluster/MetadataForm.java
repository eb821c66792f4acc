package dev.sealedsecrets.controller.cluster;

import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Metadata as the client library has it, and as this project has it. {@code managedFields} are left behind: they are large,
 * nothing here reads them, and an update without them keeps those of the API server.
 */
final class MetadataForm {
    private MetadataForm() {}

    static ObjectMeta read(io.fabric8.kubernetes.api.model.@Nullable ObjectMeta metadata) {
        if (metadata == null) {
            return ObjectMeta.EMPTY;
        }
        Long generation = metadata.getGeneration();
        return ObjectMeta.EMPTY
                .edit()
                .name(text(metadata.getName()))
                .generateName(text(metadata.getGenerateName()))
                .namespace(text(metadata.getNamespace()))
                .uid(text(metadata.getUid()))
                .resourceVersion(text(metadata.getResourceVersion()))
                .generation(generation == null ? 0 : generation)
                .creationTimestamp(text(metadata.getCreationTimestamp()))
                .deletionTimestamp(text(metadata.getDeletionTimestamp()))
                .deletionGracePeriodSeconds(metadata.getDeletionGracePeriodSeconds())
                .labels(texts(metadata.getLabels()))
                .annotations(texts(metadata.getAnnotations()))
                .ownerReferences(owners(metadata.getOwnerReferences()))
                .finalizers(metadata.getFinalizers() == null ? List.of() : metadata.getFinalizers())
                .done();
    }

    static io.fabric8.kubernetes.api.model.ObjectMeta write(ObjectMeta metadata) {
        io.fabric8.kubernetes.api.model.ObjectMeta written = new io.fabric8.kubernetes.api.model.ObjectMeta();
        written.setName(orNull(metadata.name()));
        written.setGenerateName(orNull(metadata.generateName()));
        written.setNamespace(orNull(metadata.namespace()));
        written.setUid(orNull(metadata.uid()));
        written.setResourceVersion(orNull(metadata.resourceVersion()));
        written.setLabels(metadata.labels());
        written.setAnnotations(metadata.annotations());
        written.setFinalizers(metadata.finalizers());
        written.setOwnerReferences(metadata.ownerReferences().stream()
                .map(owner -> new OwnerReferenceBuilder()
                        .withApiVersion(owner.apiVersion())
                        .withKind(owner.kind())
                        .withName(owner.name())
                        .withUid(owner.uid())
                        .withController(owner.controller())
                        .withBlockOwnerDeletion(owner.blockOwnerDeletion())
                        .build())
                .toList());
        return written;
    }

    private static List<OwnerReference> owners(
            @Nullable List<io.fabric8.kubernetes.api.model.OwnerReference> references) {
        List<OwnerReference> owners = new ArrayList<>();
        if (references != null) {
            for (io.fabric8.kubernetes.api.model.OwnerReference reference : references) {
                owners.add(new OwnerReference(
                        text(reference.getApiVersion()),
                        text(reference.getKind()),
                        text(reference.getName()),
                        text(reference.getUid()),
                        reference.getController(),
                        reference.getBlockOwnerDeletion()));
            }
        }
        return owners;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, String> texts(@Nullable Map<String, String> texts) {
        return texts == null ? Map.of() : texts;
    }
}
