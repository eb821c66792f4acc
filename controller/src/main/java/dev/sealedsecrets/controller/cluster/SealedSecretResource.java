package dev.sealedsecrets.controller.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealedsecrets.resource.DecodeException;
import dev.sealedsecrets.resource.Decoding;
import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.SealedSecret;
import dev.sealedsecrets.resource.Tree;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A SealedSecret as it is listed and watched: metadata typed, the rest as JSON.
 *
 * <p>The schema lets anybody store any shape in {@code spec.template.metadata}. An informer whose type knows that shape
 * would fail on one such object and see none of the others any more; here each object is read by itself, in {@link #read}.
 */
@Group("bitnami.com")
@Version("v1alpha1")
@Kind("SealedSecret")
@Singular("sealedsecret")
@Plural("sealedsecrets")
public final class SealedSecretResource extends CustomResource<JsonNode, JsonNode> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** Where the object lives. */
    public ObjectKey key() {
        return new ObjectKey(getMetadata().getNamespace(), getMetadata().getName());
    }

    /** The metadata, without {@code managedFields}. */
    public ObjectMeta metadata() {
        return MetadataForm.read(getMetadata());
    }

    /**
     * The object as a whole, without its status.
     *
     * @throws DecodeException if the spec does not have the shape of a SealedSecret
     */
    public SealedSecret read() throws DecodeException {
        Map<String, Tree> fields = new LinkedHashMap<>();
        JsonNode spec = getSpec();
        if (spec != null) {
            fields.put("spec", JsonTrees.read(spec));
        }
        return SealedSecret.decode(new Tree.Mapping(fields), Decoding.LENIENT).withMetadata(metadata());
    }

    @Override
    protected @Nullable JsonNode initSpec() {
        return null;
    }

    @Override
    protected @Nullable JsonNode initStatus() {
        return null;
    }
}
