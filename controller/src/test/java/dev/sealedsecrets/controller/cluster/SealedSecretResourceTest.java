package dev.sealedsecrets.controller.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealedsecrets.crypto.Scope;
import dev.sealedsecrets.resource.DecodeException;
import dev.sealedsecrets.resource.SealedSecret;
import org.junit.jupiter.api.Test;

class SealedSecretResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void readsMetadataTypedAndTheSpecAsItIs() throws Exception {
        SealedSecret sealed = resource("""
                        {"encryptedData": {"a": "AgA=", "n": 1, "null": null},
                         "template": {"type": "t", "immutable": true, "data": {"k": "{{ .a }}"},
                                      "metadata": {"labels": {"l": "v"}, "finalizers": ["f"], "unknown": [1.5, true, null]}}}
                        """).read();

        assertThat(sealed.metadata().name()).isEqualTo("s");
        assertThat(sealed.metadata().uid()).isEqualTo("u");
        assertThat(sealed.metadata().generation()).isEqualTo(3);
        assertThat(sealed.scope()).isEqualTo(Scope.CLUSTER_WIDE);
        assertThat(sealed.encryptedData()).containsEntry("a", "AgA=").containsEntry("n", "");
        assertThat(sealed.template().type()).isEqualTo("t");
        assertThat(sealed.template().immutable()).isTrue();
        assertThat(sealed.template().data()).containsEntry("k", "{{ .a }}");
        assertThat(sealed.template().metadata().labels()).containsEntry("l", "v");
        assertThat(sealed.template().metadata().finalizers()).containsExactly("f");
    }

    @Test
    void anObjectOfTheWrongShapeFailsByItself() {
        assertThatThrownBy(() -> resource("{\"template\": {\"metadata\": {\"labels\": \"text\"}}}")
                        .read())
                .isInstanceOf(DecodeException.class)
                .hasMessage("spec.template.metadata.labels: expected a map of strings, found text");
    }

    @Test
    void anObjectWithoutSpecIsEmpty() throws Exception {
        SealedSecretResource resource = resource("{}");
        resource.setSpec(null);

        assertThat(resource.read().encryptedData()).isEmpty();
    }

    private static SealedSecretResource resource(String spec) throws Exception {
        return JSON.readValue("""
                {"apiVersion": "bitnami.com/v1alpha1", "kind": "SealedSecret",
                 "metadata": {"namespace": "ns", "name": "s", "uid": "u", "generation": 3,
                              "annotations": {"sealedsecrets.bitnami.com/cluster-wide": "true"}},
                 "spec": %s}
                """.formatted(spec), SealedSecretResource.class);
    }
}
