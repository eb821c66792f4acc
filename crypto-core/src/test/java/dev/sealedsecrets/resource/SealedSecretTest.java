package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.Scope;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealedSecretTest {
    @Test
    void allFieldsAreRead() throws DecodeException {
        SealedSecret sealed = decode("""
                apiVersion: bitnami.com/v1alpha1
                kind: SealedSecret
                metadata: {name: app, namespace: ns}
                spec:
                  encryptedData: {a: AgA=, b: "not checked here"}
                  template:
                    metadata: {labels: {l: m}}
                    type: Opaque
                    immutable: false
                    data: {t: "{{ .a }}"}
                  other: 1
                status: {observedGeneration: 0x10}
                """, Decoding.STRICT);

        assertThat(sealed.label()).isEqualTo(Label.of("ns/app"));
        assertThat(sealed.encryptedData()).isEqualTo(Map.of("a", "AgA=", "b", "not checked here"));
        assertThat(sealed.template().metadata().labels()).isEqualTo(Map.of("l", "m"));
        assertThat(sealed.template().type()).isEqualTo("Opaque");
        assertThat(sealed.template().immutable()).isFalse();
        assertThat(sealed.template().data()).isEqualTo(Map.of("t", "{{ .a }}"));
        assertThat(sealed.deprecatedData()).isNull();
        assertThat(sealed.status()).isEqualTo(new Tree.Mapping(Map.of("observedGeneration", new Tree.Numeral("16"))));
    }

    @ParameterizedTest
    @EnumSource(Decoding.class)
    void everythingMayBeMissing(Decoding decoding) throws DecodeException {
        SealedSecret sealed = decode(
                "metadata: null\nspec: {template: null, encryptedData: null, data: null}\nstatus: null\n", decoding);

        assertThat(sealed).isEqualTo(decode("{}", decoding));
        assertThat(sealed.template()).isEqualTo(SealedSecretTemplate.EMPTY);
        assertThat(sealed.encryptedData()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"[a],a list", "text,text", "5,a number", "true,a boolean"})
    void encryptedDataOfTheWrongShapeFailsClosed(String value, String found) {
        for (Decoding decoding : Decoding.values()) {
            assertThatThrownBy(() -> decode("spec: {encryptedData: " + value + "}", decoding))
                    .hasMessage("spec.encryptedData: expected a map of strings, found " + found);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "null", "[a]", "{a: b}"})
    void quirkItemThatIsNoTextReadsAsEmptyText(String value) throws DecodeException {
        assertThat(decode("spec: {encryptedData: {a: " + value + "}}", Decoding.LENIENT)
                        .encryptedData())
                .isEqualTo(Map.of("a", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "null", "[a]", "{a: b}"})
    void itemThatIsNoTextIsRefusedWhereObjectsAreChanged(String value) {
        for (Decoding decoding : new Decoding[] {Decoding.STRICT, Decoding.MANIFEST}) {
            assertThatThrownBy(() -> decode("spec: {encryptedData: {a: " + value + "}}", decoding))
                    .hasMessageStartingWith("spec.encryptedData.a: expected text, found ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: Secret | kind: expected SealedSecret, found Secret",
                "apiVersion: v1 | apiVersion: expected bitnami.com/v1alpha1, found v1",
                "metadata: hello | metadata: expected a mapping, found text",
                "metadata: {namespace: y} | metadata.namespace: expected text, found a boolean",
                "spec: [] | spec: expected a mapping, found a list",
                "spec: {template: {data: {t: 1}}} | spec.template.data.t: expected text, found a number",
                "spec: {data: 5} | spec.data: expected base64 text, found a number",
                "spec: {data: 'a b'} | spec.data: illegal base64 data at input byte 1",
                "status: [] | status: expected a mapping, found a list"
            })
    void faultIsNamedWithItsPath(String text, String message) {
        assertThatThrownBy(() -> decode(text, Decoding.LENIENT))
                .isInstanceOf(DecodeException.class)
                .hasMessage(message);
    }

    @Test
    void faultHasPathAndProblem() {
        assertThatThrownBy(() -> decode("spec: []", Decoding.LENIENT))
                .isInstanceOfSatisfying(DecodeException.class, e -> {
                    assertThat(e.path()).isEqualTo("spec");
                    assertThat(e.problem()).isEqualTo("expected a mapping, found a list");
                });
    }

    @Test
    void manifestMayUseAnyCaseAndUnquotedText() throws DecodeException {
        SealedSecret sealed = decode("METADATA: {name: 5}\nSpec: {EncryptedData: {a: b}}\n", Decoding.MANIFEST);

        assertThat(sealed.metadata().name()).isEqualTo("5");
        assertThat(sealed.encryptedData()).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void objectsOfTheApiNeedExactNames() throws DecodeException {
        assertThat(decode("Spec: {encryptedData: {a: b}}\n", Decoding.LENIENT).encryptedData())
                .isEmpty();
        assertThat(decode("Spec: {encryptedData: {a: b}}\n", Decoding.STRICT).encryptedData())
                .isEmpty();
    }

    @Test
    void emptyDeprecatedDataIsPresent() throws DecodeException {
        assertThat(decode("spec: {data: ''}", Decoding.LENIENT).deprecatedData())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, '', CLUSTER_WIDE",
        "true, true, CLUSTER_WIDE",
        "'', true, NAMESPACE_WIDE",
        "false, true, NAMESPACE_WIDE",
        "True, TRUE, STRICT",
        "1, yes, STRICT",
        "' true', 'true ', STRICT",
        "'', '', STRICT"
    })
    void onlyTheExactTextTrueCountsAndClusterWideFirst(String clusterWide, String namespaceWide, Scope scope)
            throws DecodeException {
        SealedSecret sealed = decode("metadata: {name: app, namespace: ns}", Decoding.STRICT);
        ObjectMeta metadata = sealed.metadata()
                .withAnnotations(
                        Map.of(Annotations.CLUSTER_WIDE, clusterWide, Annotations.NAMESPACE_WIDE, namespaceWide));

        assertThat(sealed.withMetadata(metadata).scope()).isEqualTo(scope);
    }

    @Test
    void annotationsOfTheTemplateDoNotCount() {
        ObjectMeta wide = ObjectMeta.EMPTY.withScope(Scope.CLUSTER_WIDE);
        SealedSecret sealed =
                new SealedSecret(ObjectMeta.EMPTY, SealedSecretTemplate.EMPTY.withMetadata(wide), Map.of(), null, null);

        assertThat(sealed.scope()).isEqualTo(Scope.STRICT);
    }

    private static SealedSecret decode(String text, Decoding decoding) throws DecodeException {
        return SealedSecret.decode(Yaml.tree(text), decoding);
    }
}
