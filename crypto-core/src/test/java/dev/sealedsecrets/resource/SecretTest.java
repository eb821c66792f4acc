package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    @Test
    void allFieldsAreRead() throws DecodeException {
        Secret secret = manifest("""
                apiVersion: v1
                kind: Secret
                type: Opaque
                immutable: true
                metadata:
                  name: app
                  namespace: ns
                  generateName: g-
                  labels: {a: b}
                  annotations: {c: d}
                  finalizers: [f]
                data: {k: dg==}
                stringData: {s: text}
                """);

        assertThat(secret.type()).isEqualTo("Opaque");
        assertThat(secret.immutable()).isTrue();
        assertThat(secret.metadata().name()).isEqualTo("app");
        assertThat(secret.metadata().namespace()).isEqualTo("ns");
        assertThat(secret.metadata().generateName()).isEqualTo("g-");
        assertThat(secret.metadata().labels()).isEqualTo(Map.of("a", "b"));
        assertThat(secret.metadata().annotations()).isEqualTo(Map.of("c", "d"));
        assertThat(secret.metadata().finalizers()).isEqualTo(List.of("f"));
        assertThat(secret.data()).isEqualTo(Map.of("k", SecretValue.ofText("v"), "s", SecretValue.ofText("text")));
    }

    @Test
    void serverFieldsAreRead() throws DecodeException {
        ObjectMeta metadata = manifest("""
                        metadata:
                          selfLink: /x
                          uid: u
                          resourceVersion: "7"
                          generation: 0x10
                          creationTimestamp: "2024-01-02T03:04:05Z"
                          deletionTimestamp: 2024-01-02T03:04:06Z
                          deletionGracePeriodSeconds: 30
                          ownerReferences:
                          - {apiVersion: v1, kind: ConfigMap, name: o, uid: "1", blockOwnerDeletion: false}
                          managedFields:
                          - {manager: m, operation: Update, fieldsV1: {"f:data": {}}, color: blue, number: 0x10}
                        """).metadata();

        assertThat(metadata.selfLink()).isEqualTo("/x");
        assertThat(metadata.uid()).isEqualTo("u");
        assertThat(metadata.resourceVersion()).isEqualTo("7");
        assertThat(metadata.generation()).isEqualTo(16);
        assertThat(metadata.creationTimestamp()).isEqualTo("2024-01-02T03:04:05Z");
        assertThat(metadata.deletionTimestamp()).isEqualTo("2024-01-02T03:04:06Z");
        assertThat(metadata.deletionGracePeriodSeconds()).isEqualTo(30);
        assertThat(metadata.ownerReferences())
                .containsExactly(new OwnerReference("v1", "ConfigMap", "o", "1", null, false));
        assertThat(metadata.managedFields()).hasSize(1);
        assertThat(metadata.managedFields().get(0).entries()).containsOnlyKeys("manager", "operation", "fieldsV1");
    }

    @Test
    void fieldNamesMatchInAnyCaseAndUnknownOnesAreDropped() throws DecodeException {
        Secret secret = manifest("KIND: Secret\nMetadata: {NAME: app}\nDATA: {k: dg==}\nstatus: 1\nfoo: [x]\n");

        assertThat(secret.metadata().name()).isEqualTo("app");
        assertThat(secret.data()).containsOnlyKeys("k");
    }

    @Test
    void fieldGivenInTwoCasesIsRefused() {
        assertThatThrownBy(() -> manifest("data: {a: dg==}\nData: {b: dg==}\n"))
                .hasMessage("data: given twice, as Data too");
        assertThatThrownBy(() -> manifest("DATA: {a: dg==}\nData: {b: dg==}\n"))
                .hasMessage("data: given twice, as Data too");
    }

    @Test
    void kindAndVersionMayBeMissingOrNull() throws DecodeException {
        assertThat(manifest("metadata: {name: app}\nkind: null\n").metadata().name())
                .isEqualTo("app");
    }

    @Test
    void stringDataWins() throws DecodeException {
        assertThat(manifest("stringData: {k: new}\ndata: {k: b2xk, l: bGVm}\n").data())
                .isEqualTo(Map.of("k", SecretValue.ofText("new"), "l", SecretValue.ofText("lef")));
    }

    @Test
    void nullValuesAreEmpty() throws DecodeException {
        assertThat(manifest("data: {a: null, b: ~, c: ''}\nstringData: {d: null, e: ''}\n")
                        .data())
                .containsOnlyKeys("a", "b", "c", "d", "e")
                .allSatisfy((key, value) -> assertThat(value.length()).isZero());
    }

    @Test
    void base64MayHoldLineBreaks() throws DecodeException {
        assertThat(manifest("data:\n  k: |\n    aHVu\n    dGVyMg==\n").data())
                .isEqualTo(Map.of("k", SecretValue.ofText("hunter2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-5",
                "8080",
                "9223372036854775807",
                "18446744073709551615",
                "-9223372036854775808",
                "true",
                "false",
                "1.5",
                "-0.25",
                "123456.7",
                "0.0001",
                "3.1415927",
                "2001-01-01",
                "12:30",
                "text"
            })
    void unquotedScalarThatKeepsItsTextIsText(String written) throws DecodeException {
        assertThat(manifest("stringData: {k: " + written + "}\n").data())
                .isEqualTo(Map.of("k", SecretValue.ofText(written)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.10",
                "1.0",
                "0777",
                "0o7",
                "0x1F",
                "0b1",
                "1e3",
                "+1",
                "-0",
                "1_000",
                "18446744073709551616",
                "-9223372036854775809",
                ".5",
                "5.",
                "1234567.5",
                "0.00001",
                "3.14159265",
                "00.5",
                "yes",
                "True",
                "on",
                "N",
                ".inf",
                ".nan",
                "12345678901234567890123",
                "[a]",
                "{a: b}"
            })
    void unquotedValueThatWouldChangeIsRefusedByItsKeyAndNotQuoted(String written) {
        assertThatThrownBy(() -> manifest("stringData: {secretKey: " + written + "}\n"))
                .isInstanceOf(DecodeException.class)
                .hasMessageStartingWith("stringData.secretKey: expected text, found ");
    }

    @Test
    void messageSaysWhatToDoAboutANumber() {
        assertThatThrownBy(() -> manifest("metadata: {labels: {v: 1.10}}\n"))
                .hasMessage("metadata.labels.v: expected text, found a number whose text would change; quote it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: ConfigMap | kind: expected Secret, found ConfigMap",
                "kind: [a] | kind: expected text, found a list",
                "apiVersion: v2 | apiVersion: expected v1, found v2",
                "metadata: hello | metadata: expected a mapping, found text",
                "metadata: {name: {}} | metadata.name: expected text, found a mapping",
                "metadata: {labels: [a]} | metadata.labels: expected a map of strings, found a list",
                "metadata: {finalizers: a} | metadata.finalizers: expected a list, found text",
                "metadata: {finalizers: [a, [b]]} | metadata.finalizers[1]: expected text, found a list",
                "metadata: {ownerReferences: [{}, a]} | metadata.ownerReferences[1]: expected a mapping, found text",
                "metadata: {ownerReferences: [{controller: 1}]} | metadata.ownerReferences[0].controller: expected a boolean, found a number",
                "metadata: {generation: a} | metadata.generation: expected an integer of 64 bits, found text",
                "metadata: {generation: 1.5} | metadata.generation: expected an integer of 64 bits, found a number",
                "metadata: {managedFields: [{fieldsV1: {x: [.inf]}}]} | metadata.managedFields[0].fieldsV1.x[0]: the number has no form in JSON",
                "immutable: 'true' | immutable: expected a boolean, found text",
                "type: {} | type: expected text, found a mapping",
                "data: [a] | data: expected a map of base64 texts, found a list",
                "data: {k: 1} | data.k: expected base64 text, found a number",
                "data: {k: 'no base64'} | data.k: illegal base64 data at input byte 2",
                "stringData: text | stringData: expected a map of strings, found text"
            })
    void faultIsNamedWithItsPath(String text, String message) {
        assertThatThrownBy(() -> manifest(text))
                .isInstanceOf(DecodeException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "[a]", "5", "true", "null"})
    void onlyAMappingIsASecret(String text) {
        assertThatThrownBy(() -> manifest(text))
                .isInstanceOfSatisfying(
                        DecodeException.class, e -> assertThat(e.path()).isEmpty())
                .hasMessageStartingWith("expected a mapping, found ");
    }

    @Test
    void keysInMessagesStayOnOneLine() {
        assertThatThrownBy(() -> manifest("data: {\"a\\nb\\u2028\\t\": '*'}\n"))
                .hasMessage("data.a\\u000ab\\u2028\\u0009: illegal base64 data at input byte 0");
    }

    @Test
    void longKeysInMessagesAreCut() {
        assertThatThrownBy(() -> manifest("data: {" + "k".repeat(1000) + ": '*'}\n"))
                .hasMessage("data." + "k".repeat(253) + "…: illegal base64 data at input byte 0");
    }

    @Test
    void strictReadingNeedsExactNamesAndTypes() throws DecodeException {
        assertThat(Secret.decode(Yaml.tree("Data: {k: dg==}\n"), Decoding.STRICT)
                        .data())
                .isEmpty();
        assertThatThrownBy(() -> Secret.decode(Yaml.tree("stringData: {k: 1}\n"), Decoding.STRICT))
                .hasMessage("stringData.k: expected text, found a number");
    }

    @Test
    void nothingShowsValues() {
        Secret secret = new Secret(
                ObjectMeta.EMPTY.withName("n").withNamespace("ns").withAnnotations(Map.of("a", "hunter2")),
                null,
                null,
                Map.of("k", SecretValue.ofText("hunter2")));

        assertThat(secret.toString()).contains("ns/n", "secret value").doesNotContain("hunter2");
        assertThat(Yaml.tree("{a: hunter2, b: [hunter2]}").toString()).isEqualTo("a mapping");
        assertThat(Tree.text("hunter2").toString()).isEqualTo("text");
        assertThat(new Tree.Numeral("1").toString()).isEqualTo("a number");
        assertThat(Tree.bool(true).toString()).isEqualTo("a boolean");
        assertThat(new Tree.Null("").toString()).isEqualTo("null");
        assertThat(Tree.texts(List.of("hunter2")).toString()).isEqualTo("a list");
    }

    private static Secret manifest(String text) throws DecodeException {
        return Secret.decode(Yaml.tree(text), Decoding.MANIFEST);
    }
}
