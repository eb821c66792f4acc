package dev.sealedsecrets.controller.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.OwnerReference;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretValue;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecretApiTest {
    private static final ObjectKey KEY = new ObjectKey("ns", "s");

    private final MockCluster cluster = new MockCluster();
    private final SecretApi secrets = cluster.secrets();

    @AfterEach
    void end() {
        cluster.close();
    }

    @Test
    void aSecretComesBackAsItWasCreated() throws Exception {
        Secret secret = secret("s");

        secrets.create(secret);

        Secret found = secrets.find(KEY).orElseThrow();
        assertThat(found.type()).isEqualTo("kubernetes.io/tls");
        assertThat(found.immutable()).isTrue();
        assertThat(found.data()).isEqualTo(secret.data());
        assertThat(found.metadata().labels()).isEqualTo(secret.metadata().labels());
        assertThat(found.metadata().annotations()).isEqualTo(secret.metadata().annotations());
        assertThat(found.metadata().ownerReferences())
                .isEqualTo(secret.metadata().ownerReferences());
        assertThat(found.metadata().finalizers()).isEqualTo(secret.metadata().finalizers());
        assertThat(found.metadata().uid()).isNotEmpty();
        assertThat(found.metadata().resourceVersion()).isNotEmpty();
        assertThat(found.metadata().creationTimestamp()).isNotEmpty();
    }

    @Test
    void anAbsentSecretIsNoFailure() throws Exception {
        assertThat(secrets.find(KEY)).isEmpty();
    }

    @Test
    void aListHasTheSecretsWithTheLabelOnly() throws Exception {
        secrets.create(secret("s"));
        secrets.create(
                new Secret(ObjectMeta.EMPTY.edit().namespace("ns").name("other").done(), null, null, Map.of()));

        assertThat(secrets.list("ns", "a", "b"))
                .singleElement()
                .extracting(found -> found.metadata().name())
                .isEqualTo("s");
    }

    @Test
    void aSecondSecretOfTheNameIsAConflict() throws Exception {
        secrets.create(secret("s"));

        assertFailure(ApiFailure.Kind.CONFLICT, () -> secrets.create(secret("s")));
    }

    @Test
    void anUpdateOfAnOlderStateIsAConflict() throws Exception {
        Secret first = secrets.create(secret("s"));
        secrets.update(new Secret(first.metadata(), first.type(), null, Map.of()));

        assertFailure(ApiFailure.Kind.CONFLICT, () -> secrets.update(first));
    }

    @Test
    void anUpdateThatWouldOverwriteBlindlyIsABug() {
        assertThatIllegalArgumentException().isThrownBy(() -> secrets.update(secret("s")));
    }

    @Test
    void aDeletionEndsTheSecret() throws Exception {
        Secret created = secrets.create(secret("s", List.of()));

        secrets.delete(created);

        assertThat(secrets.find(KEY)).isEmpty();
    }

    private static void assertFailure(ApiFailure.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiFailure.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    private static Secret secret(String name) {
        return secret(name, List.of("example.com/hold"));
    }

    private static Secret secret(String name, List<String> finalizers) {
        ObjectMeta metadata = ObjectMeta.EMPTY
                .edit()
                .namespace("ns")
                .name(name)
                .labels(Map.of("a", "b"))
                .annotations(Map.of("c", "d"))
                .finalizers(finalizers)
                .ownerReferences(List.of(new OwnerReference("v1", "ConfigMap", "x", "u", true, false)))
                .done();
        return new Secret(
                metadata,
                "kubernetes.io/tls",
                true,
                Map.of(
                        "text",
                        SecretValue.ofText("välue"),
                        "empty",
                        SecretValue.empty(),
                        "bytes",
                        SecretValue.of(new byte[] {0, -1, 13, 10})));
    }
}
