package dev.sealedsecrets.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.client.cluster.ClusterAccess;
import dev.sealedsecrets.client.cluster.ConnectionOverrides;
import dev.sealedsecrets.client.fixtures.Folder;
import dev.sealedsecrets.client.fixtures.TestKey;
import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.Scope;
import dev.sealedsecrets.resource.SealedSecret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path temporary;

    @Test
    void everySecretIsSealedForItsOwnName() throws ClientException {
        List<SealedSecret> sealed = seal("""
                metadata: {name: a, namespace: ns}
                stringData: {k: one}
                ---
                metadata: {name: b, namespace: ns}
                stringData: {k: two}
                """, null, "");

        assertThat(open(sealed.get(0), "k", "ns/a")).isEqualTo("one");
        assertThat(open(sealed.get(1), "k", "ns/b")).isEqualTo("two");
    }

    @Test
    void aNameReplacesThatOfTheInput() throws ClientException {
        SealedSecret sealed = seal("metadata: {name: a, namespace: ns}\nstringData: {k: v}", null, "other")
                .get(0);

        assertThat(sealed.metadata().name()).isEqualTo("other");
        assertThat(open(sealed, "k", "ns/other")).isEqualTo("v");
    }

    @Test
    void aScopeReplacesThatOfTheAnnotations() throws ClientException {
        String input =
                "metadata: {name: a, namespace: ns, annotations: {sealedsecrets.bitnami.com/cluster-wide: 'true'}}\n"
                        + "stringData: {k: v}";

        assertThat(open(seal(input, Scope.NAMESPACE_WIDE, "").get(0), "k", "ns"))
                .isEqualTo("v");
        assertThat(open(seal(input, null, "").get(0), "k", "")).isEqualTo("v");
    }

    @Test
    void clusterWideNeedsNoNamespaceAndIgnoresAnExplicitOne() throws ClientException {
        SealedSecret sealed = sealing(options(Scope.CLUSTER_WIDE, "", false), "myns")
                .seal(secrets("metadata: {name: a}\nstringData: {k: v}"))
                .get(0);

        assertThat(sealed.metadata().namespace()).isEmpty();
        assertThat(open(sealed, "k", "")).isEqualTo("v");
    }

    @Test
    void oneFaultySecretMeansNoResult() {
        assertThatThrownBy(() -> seal("""
                metadata: {name: a, namespace: ns}
                stringData: {k: v}
                ---
                metadata: {namespace: ns}
                stringData: {k: v}
                """, null, "")).hasMessage("missing metadata.name in input Secret");
    }

    @Test
    void anEmptySecretIsAMistakeUnlessItIsWanted() throws ClientException {
        String empty = "metadata: {name: a, namespace: ns}";

        assertThatThrownBy(() -> seal(empty, null, ""))
                .hasMessage(
                        "secret.data is empty in input Secret, assuming this is an error and aborting. To work with empty "
                                + "data, --allow-empty-data can be used");
        assertThat(sealing(options(null, "", true), "")
                        .seal(secrets(empty))
                        .get(0)
                        .encryptedData())
                .isEmpty();
    }

    @Test
    void aValueIsSealedUnderTheLabelAskedFor() throws ClientException {
        ValueSealing sealing = new ValueSealing(RANDOM, TestKey.MAIN.key().certificate());

        String item = sealing.seal("hunter2\n".getBytes(StandardCharsets.UTF_8), Label.of("ns/a"));

        assertThat(TestKey.MAIN.open(item, "ns/a")).isEqualTo("hunter2\n");
    }

    @Test
    void mergingKeepsWhatIsThereAndAddsTheRest() throws ClientException {
        SealedSecret target = target("""
                metadata: {name: a, namespace: ns, uid: u}
                spec:
                  encryptedData: {old: OLD, both: OLD}
                  template:
                    type: Opaque
                    metadata: {labels: {l0: keep, l1: old}, annotations: {a1: old}}
                status: {observedGeneration: 2}
                """);

        SealedSecret merged = merging(null, "").merge(target, secrets("""
                metadata:
                  name: x
                  namespace: there
                  labels: {l1: new}
                  annotations: {a2: new, kubectl.kubernetes.io/last-applied-configuration: PLAIN}
                type: other
                stringData: {both: new}
                ---
                stringData: {second: document}
                """));

        assertThat(merged.encryptedData()).containsEntry("old", "OLD").containsOnlyKeys("old", "both", "second");
        assertThat(open(merged, "both", "ns/a")).isEqualTo("new");
        assertThat(open(merged, "second", "ns/a")).isEqualTo("document");
        assertThat(merged.template().metadata().labels()).isEqualTo(Map.of("l0", "keep", "l1", "new"));
        assertThat(merged.template().metadata().annotations()).isEqualTo(Map.of("a1", "old", "a2", "new"));
        assertThat(merged.template().type()).isEqualTo("Opaque");
        assertThat(merged.metadata()).isEqualTo(target.metadata());
        assertThat(merged.status()).isEqualTo(target.status());
    }

    @Test
    void mergingUsesTheScopeOfTheTargetAndDoesNotAnnotateTheTemplate() throws ClientException {
        SealedSecret merged = merging(null, "").merge(target(wide()), secrets("stringData: {k: v}"));

        assertThat(open(merged, "k", "ns")).isEqualTo("v");
        assertThat(merged.template().metadata().annotations()).isEmpty();
    }

    @Test
    void mergingRefusesAnotherScope() {
        String annotated =
                "metadata: {annotations: {sealedsecrets.bitnami.com/cluster-wide: 'true'}}\nstringData: {k: v}";

        assertThatThrownBy(() -> merging(Scope.CLUSTER_WIDE, "").merge(target(wide()), secrets("stringData: {k: v}")))
                .hasMessageStartingWith("scope mismatch: the SealedSecret to merge into is namespace-wide");
        assertThatThrownBy(() -> merging(null, "").merge(target(wide()), secrets(annotated)))
                .hasMessageStartingWith("scope mismatch");
    }

    @Test
    void mergingRefusesAnotherNamespaceAndATargetWithoutName() {
        assertThatThrownBy(() -> merging(null, "other").merge(target(wide()), secrets("stringData: {k: v}")))
                .hasMessageStartingWith("namespace mismatch");
        assertThatThrownBy(() ->
                        merging(null, "").merge(target("metadata: {namespace: ns}"), secrets("stringData: {k: v}")))
                .hasMessageStartingWith("missing metadata.name");
        assertThatThrownBy(() -> merging(null, "").merge(target(wide()), secrets("metadata: {name: x}")))
                .hasMessageStartingWith("secret.data is empty");
    }

    private static String wide() {
        return "metadata: {name: a, namespace: ns, annotations: {sealedsecrets.bitnami.com/namespace-wide: 'true'}}";
    }

    private List<SealedSecret> seal(String input, @Nullable Scope scope, String name) throws ClientException {
        return sealing(options(scope, name, false), "").seal(secrets(input));
    }

    private SecretSealing sealing(SealingOptions options, String namespace) {
        return new SecretSealing(RANDOM, TestKey.MAIN.key().certificate(), options, namespaces(namespace));
    }

    private Merging merging(@Nullable Scope scope, String namespace) {
        return new Merging(
                RANDOM, TestKey.MAIN.key().certificate(), options(scope, "ignored", false), namespaces(namespace));
    }

    private NamespaceRule namespaces(String explicit) {
        return new NamespaceRule(
                explicit, new ClusterAccess(new Folder(temporary).surroundings(Map.of()), ConnectionOverrides.none()));
    }

    private static SealingOptions options(@Nullable Scope scope, String name, boolean allowEmptyData) {
        return new SealingOptions(scope, name, allowEmptyData);
    }

    private static List<dev.sealedsecrets.resource.Secret> secrets(String input) throws ClientException {
        return InputObjects.read(input.getBytes(StandardCharsets.UTF_8), "in").secrets();
    }

    private static SealedSecret target(String input) throws ClientException {
        return InputObjects.read(input.getBytes(StandardCharsets.UTF_8), "target")
                .onlySealedSecretExactly();
    }

    private static String open(SealedSecret sealed, String key, String label) {
        return TestKey.MAIN.open(String.valueOf(sealed.encryptedData().get(key)), label);
    }
}
