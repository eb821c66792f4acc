package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectWriterTest {
    private static final ObjectMeta FULL = new ObjectMeta(
            "app",
            "g-",
            "ns",
            "/x",
            "u",
            "7",
            3,
            "2024-01-02T03:04:05Z",
            "2024-01-02T03:04:06Z",
            30L,
            Map.of("l", "1"),
            Map.of("b", "2", "B", "3"),
            List.of(new OwnerReference("v1", "ConfigMap", "o", "", true, false)),
            List.of("f"),
            List.of(Tree.texts(Map.of("manager", "m"))));

    @Test
    void jsonOfASealedSecretHasTheOrderOfTheOriginal() {
        SealedSecret sealed = new SealedSecret(
                FULL,
                new SealedSecretTemplate(ObjectMeta.EMPTY, "t", true, Map.of("c", "{{ . }}")),
                Map.of("b", "AgA=", "a", "AgB="),
                "AgC=",
                Tree.texts(Map.of("x", "y")));

        assertThat(ObjectWriter.toJson(sealed)).isEqualTo("""
                        {
                          "kind": "SealedSecret",
                          "apiVersion": "bitnami.com/v1alpha1",
                          "metadata": {
                            "name": "app",
                            "generateName": "g-",
                            "namespace": "ns",
                            "selfLink": "/x",
                            "uid": "u",
                            "resourceVersion": "7",
                            "generation": 3,
                            "creationTimestamp": "2024-01-02T03:04:05Z",
                            "deletionTimestamp": "2024-01-02T03:04:06Z",
                            "deletionGracePeriodSeconds": 30,
                            "labels": {
                              "l": "1"
                            },
                            "annotations": {
                              "B": "3",
                              "b": "2"
                            },
                            "ownerReferences": [
                              {
                                "apiVersion": "v1",
                                "kind": "ConfigMap",
                                "name": "o",
                                "uid": "",
                                "controller": true,
                                "blockOwnerDeletion": false
                              }
                            ],
                            "finalizers": [
                              "f"
                            ],
                            "managedFields": [
                              {
                                "manager": "m"
                              }
                            ]
                          },
                          "spec": {
                            "template": {
                              "metadata": {},
                              "type": "t",
                              "immutable": true,
                              "data": {
                                "c": "{{ . }}"
                              }
                            },
                            "data": "AgC=",
                            "encryptedData": {
                              "a": "AgB=",
                              "b": "AgA="
                            }
                          },
                          "status": {
                            "x": "y"
                          }
                        }
                        """);
    }

    @Test
    void emptySealedSecretKeepsTemplateMetadataAndItems() {
        SealedSecret sealed = new SealedSecret(ObjectMeta.EMPTY, SealedSecretTemplate.EMPTY, Map.of(), null, null);

        assertThat(ObjectWriter.toCompactJson(sealed))
                .isEqualTo("{\"kind\":\"SealedSecret\",\"apiVersion\":\"bitnami.com/v1alpha1\",\"metadata\":{},"
                        + "\"spec\":{\"template\":{\"metadata\":{}},\"encryptedData\":{}}}");
        assertThat(ObjectWriter.toYaml(sealed)).isEqualTo("""
                        ---
                        apiVersion: bitnami.com/v1alpha1
                        kind: SealedSecret
                        metadata: {}
                        spec:
                          encryptedData: {}
                          template:
                            metadata: {}
                        """);
    }

    @Test
    void jsonOfASecretHasTheOrderOfTheOriginal() {
        Secret secret = new Secret(
                ObjectMeta.EMPTY.withName("app"),
                "Opaque",
                false,
                Map.of("b", SecretValue.ofText("v"), "a", SecretValue.empty()));

        assertThat(ObjectWriter.toJson(secret)).isEqualTo("""
                        {
                          "kind": "Secret",
                          "apiVersion": "v1",
                          "metadata": {
                            "name": "app"
                          },
                          "immutable": false,
                          "data": {
                            "a": "",
                            "b": "dg=="
                          },
                          "type": "Opaque"
                        }
                        """);
    }

    @Test
    void yamlOfASecretHasNaturalOrder() {
        Secret secret = new Secret(
                ObjectMeta.EMPTY.withName("app").withOwnerReferences(FULL.ownerReferences()), null, null, Map.of());

        assertThat(ObjectWriter.toYaml(secret)).isEqualTo("""
                        ---
                        apiVersion: v1
                        kind: Secret
                        metadata:
                          name: app
                          ownerReferences:
                          - apiVersion: v1
                            blockOwnerDeletion: false
                            controller: true
                            kind: ConfigMap
                            name: o
                            uid: ""
                        """);
    }

    @Test
    void jsonEscapesAreThoseOfTheOriginal() {
        assertThat(ObjectWriter.toCompactJson(
                        Tree.text("\u0000\b\t\n\f\r\u001F\"\\/<>&\u007F\u0085é\u2028\u2029\uD83D\uDE00")))
                .isEqualTo(
                        "\"\\u0000\\b\\t\\n\\f\\r\\u001f\\\"\\\\/\\u003c\\u003e\\u0026\u007F\u0085é\\u2028\\u2029\uD83D\uDE00\"");
    }

    @Test
    void jsonHasScalarsAndCollectionsOfAllKinds() {
        assertThat(ObjectWriter.toCompactJson(Yaml.tree("[yes, off, 0x10, 1.50, ~, [], {}, [[a]]]")))
                .isEqualTo("[true,false,16,1.50,null,[],{},[[\"a\"]]]");
    }
}
