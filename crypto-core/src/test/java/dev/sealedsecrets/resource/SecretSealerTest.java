package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.crypto.Scope;
import dev.sealedsecrets.crypto.Sealer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretSealerTest {
    private final SecretSealer sealer =
            new SecretSealer(new Sealer(new SecureRandom()), TestKeys.first().publicKey());

    @Test
    void objectGetsNameNamespaceAndTheDecidingAnnotationOnly() throws MissingNamespaceException {
        ObjectMeta metadata = named().withLabels(Map.of("l", "1"))
                .withAnnotations(
                        Map.of("a", "2", Annotations.CLUSTER_WIDE, "true", Annotations.NAMESPACE_WIDE, "true"));

        SealedSecret sealed = sealer.seal(secret(metadata));

        assertThat(sealed.metadata()).isEqualTo(named().withScope(Scope.CLUSTER_WIDE));
        assertThat(sealed.template().metadata()).isEqualTo(metadata);
        assertThat(sealed.status()).isNull();
        assertThat(sealed.deprecatedData()).isNull();
    }

    @Test
    void templateKeepsWhatIsTheAuthorsAndDropsTheRest() throws MissingNamespaceException {
        ObjectMeta metadata = named().edit()
                .generateName("g-")
                .finalizers(List.of("f"))
                .managedFields(List.of(Tree.emptyMapping()))
                .ownerReferences(List.of(new OwnerReference("v1", "ConfigMap", "o", "1", null, null)))
                .uid("u")
                .resourceVersion("7")
                .generation(3)
                .creationTimestamp("2024-01-02T03:04:05Z")
                .deletionTimestamp("2024-01-02T03:04:05Z")
                .deletionGracePeriodSeconds(1L)
                .selfLink("/x")
                .annotations(Map.of(
                        "kubectl.kubernetes.io/last-applied-configuration", "{}",
                        "kubecfg.ksonnet.io/last-applied-configuration", "{}"))
                .done();

        SealedSecret sealed = sealer.seal(new Secret(metadata, "t", true, Map.of()));

        assertThat(sealed.template())
                .isEqualTo(new SealedSecretTemplate(
                        named().edit()
                                .generateName("g-")
                                .finalizers(List.of("f"))
                                .managedFields(List.of(Tree.emptyMapping()))
                                .done(),
                        "t",
                        true,
                        Map.of()));
    }

    @Test
    void secretWithoutNamespaceIsRefusedUnlessItIsClusterWide() throws MissingNamespaceException {
        ObjectMeta metadata = ObjectMeta.EMPTY.withName("n");

        assertThatThrownBy(() -> sealer.seal(secret(metadata))).hasMessage("secret must declare a namespace");
        assertThatThrownBy(() -> sealer.seal(secret(metadata.withScope(Scope.NAMESPACE_WIDE))))
                .isInstanceOf(MissingNamespaceException.class);
        assertThat(sealer.seal(secret(metadata.withScope(Scope.CLUSTER_WIDE)))
                        .metadata()
                        .namespace())
                .isEmpty();
    }

    @Test
    void sealedValuesOpenAgainInEveryScope() throws MissingNamespaceException {
        for (Scope scope : Scope.values()) {
            SealedSecret sealed = sealer.seal(secret(named().withScope(scope)));

            assertThat(new SecretUnsealer((name, text, values) -> new byte[0], false)
                            .unseal(sealed, TestKeys.ring(TestKeys.first())))
                    .isInstanceOfSatisfying(
                            UnsealOutcome.Unsealed.class,
                            unsealed -> assertThat(unsealed.secret().data())
                                    .isEqualTo(secret(named()).data()));
        }
    }

    private static ObjectMeta named() {
        return ObjectMeta.EMPTY.withName("n").withNamespace("ns");
    }

    private static Secret secret(ObjectMeta metadata) {
        return new Secret(metadata, null, null, Map.of("k", SecretValue.ofText("v"), "empty", SecretValue.empty()));
    }
}
