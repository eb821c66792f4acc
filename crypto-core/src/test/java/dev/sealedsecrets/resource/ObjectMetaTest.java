package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.crypto.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectMetaTest {
    private static final ObjectMeta FULL = new ObjectMeta(
            "n",
            "g",
            "ns",
            "/x",
            "u",
            "7",
            3,
            "2024-01-02T03:04:05Z",
            "2024-01-02T03:04:06Z",
            30L,
            Map.of("l", "1"),
            Map.of("a", "2"),
            List.of(new OwnerReference("v1", "ConfigMap", "o", "1", true, false)),
            List.of("f"),
            List.of(Tree.emptyMapping()));

    @Test
    void serverFieldsAreDroppedAndTheRestStays() {
        assertThat(FULL.withoutServerFields())
                .isEqualTo(ObjectMeta.EMPTY
                        .edit()
                        .name("n")
                        .generateName("g")
                        .namespace("ns")
                        .labels(Map.of("l", "1"))
                        .annotations(Map.of("a", "2"))
                        .ownerReferences(FULL.ownerReferences())
                        .finalizers(List.of("f"))
                        .done());
    }

    @Test
    void timesAndGenerationAreDroppedAndTheRestStays() {
        assertThat(FULL.withoutTimes())
                .isEqualTo(FULL.edit()
                        .generation(0)
                        .creationTimestamp("")
                        .deletionTimestamp("")
                        .done());
        assertThat(FULL.withoutTimes().uid()).isEqualTo("u");
        assertThat(FULL.withoutTimes().deletionGracePeriodSeconds()).isEqualTo(30);
    }

    @Test
    void editingChangesOneField() {
        assertThat(FULL.edit().done()).isEqualTo(FULL);
        assertThat(FULL.withName("m").name()).isEqualTo("m");
        assertThat(FULL.withName("m").withName("n")).isEqualTo(FULL);
        assertThat(FULL.withLabels(Map.of()).labels()).isEmpty();
        assertThat(FULL.withOwnerReferences(List.of()).ownerReferences()).isEmpty();
    }

    @Test
    void scopeReplacesTheAnnotationsOfOtherScopes() {
        ObjectMeta both = FULL.withAnnotations(
                Map.of("a", "2", Annotations.CLUSTER_WIDE, "true", Annotations.NAMESPACE_WIDE, "true"));

        assertThat(both.withScope(Scope.STRICT).annotations()).isEqualTo(Map.of("a", "2"));
        assertThat(both.withScope(Scope.NAMESPACE_WIDE).annotations())
                .isEqualTo(Map.of("a", "2", Annotations.NAMESPACE_WIDE, "true"));
        assertThat(both.withScope(Scope.CLUSTER_WIDE).annotations())
                .isEqualTo(Map.of("a", "2", Annotations.CLUSTER_WIDE, "true"));
    }

    @Test
    void onlyNamesAreShown() {
        assertThat(FULL).hasToString("ns/n");
        assertThat(FULL.withNamespace("")).hasToString("n");
    }
}
