package dev.sealedsecrets.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code metadata}. */
final class ObjectMetaDecoder {
    /** The fields of an entry of {@code managedFields}, in the API's order. */
    private static final List<String> MANAGED_FIELDS =
            List.of("manager", "operation", "apiVersion", "time", "fieldsType", "fieldsV1", "subresource");

    private ObjectMetaDecoder() {}

    static ObjectMeta decode(Fields fields) throws DecodeException {
        Long generation = fields.integer("generation");
        return ObjectMeta.EMPTY
                .edit()
                .name(fields.text("name"))
                .generateName(fields.text("generateName"))
                .namespace(fields.text("namespace"))
                .selfLink(fields.text("selfLink"))
                .uid(fields.text("uid"))
                .resourceVersion(fields.text("resourceVersion"))
                .generation(generation == null ? 0 : generation)
                .creationTimestamp(fields.text("creationTimestamp"))
                .deletionTimestamp(fields.text("deletionTimestamp"))
                .deletionGracePeriodSeconds(fields.integer("deletionGracePeriodSeconds"))
                .labels(fields.texts("labels"))
                .annotations(fields.texts("annotations"))
                .ownerReferences(ownerReferences(fields))
                .finalizers(fields.textList("finalizers"))
                .managedFields(managedFields(fields))
                .done();
    }

    private static List<OwnerReference> ownerReferences(Fields fields) throws DecodeException {
        List<OwnerReference> references = new ArrayList<>();
        for (Fields reference : fields.objects("ownerReferences")) {
            references.add(new OwnerReference(
                    reference.text("apiVersion"),
                    reference.text("kind"),
                    reference.text("name"),
                    reference.text("uid"),
                    reference.bool("controller"),
                    reference.bool("blockOwnerDeletion")));
        }
        return references;
    }

    private static List<Tree.Mapping> managedFields(Fields fields) throws DecodeException {
        List<Tree.Mapping> entries = new ArrayList<>();
        for (Fields entry : fields.objects("managedFields")) {
            Map<String, Tree> known = new LinkedHashMap<>();
            for (String name : MANAGED_FIELDS) {
                Tree value = entry.json(name);
                if (value != null) {
                    known.put(name, value);
                }
            }
            entries.add(new Tree.Mapping(known));
        }
        return entries;
    }
}
