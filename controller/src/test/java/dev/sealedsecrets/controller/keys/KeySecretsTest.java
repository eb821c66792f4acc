package dev.sealedsecrets.controller.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.controller.cluster.LogLines;
import dev.sealedsecrets.controller.cluster.MockCluster;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Key Secrets in the API: what is loaded, and what is written for a new key. */
class KeySecretsTest {
    private static final String LABEL = "sealedsecrets.bitnami.com/sealed-secrets-key";
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00.25Z");

    private final MockCluster cluster = new MockCluster();
    private final KeySettings settings = new KeySettings(
            "kube-system",
            "sealed-secrets-key",
            TestKeys.SPEC,
            Duration.ZERO,
            KeyOrder.UNKNOWN,
            null,
            Map.of("team", "infra", LABEL, "other"),
            Map.of("note", "one"));
    private final KeyLoader loader = new KeyLoader(settings, cluster.secrets());

    @AfterEach
    void end() {
        cluster.close();
    }

    @Test
    void activeKeysOfTheNamespaceAndTheLegacyOneAreLoaded() throws Exception {
        store("kube-system", "labelled", LABEL, "active", 0);
        store("kube-system", "sealed-secrets-key", "x", "y", 1);
        store("kube-system", "retired", LABEL, "compromised", 2);
        store("elsewhere", "there", LABEL, "active", 3);

        assertThat(loader.load())
                .extracting(KeySecret::secretName)
                .containsExactlyInAnyOrder("labelled", "sealed-secrets-key");
    }

    @Test
    void aLegacyKeyWithTheLabelIsLoadedOnce() throws Exception {
        store("kube-system", "sealed-secrets-key", LABEL, "active", 0);

        assertThat(loader.load()).hasSize(1);
    }

    @Test
    void eachStateOfASecretIsLoggedOnce() throws Exception {
        store("kube-system", "good", LABEL, "active", 0);
        Secret bad = TestKeys.secret("bad", "junk", "junk");
        cluster.secrets().create(placed(bad, "kube-system", "bad", LABEL, "active"));
        Secret planted = placed(TestKeys.secret(1), "kube-system", "planted", LABEL, "active");
        cluster.secrets()
                .create(planted.withMetadata(planted.metadata()
                        .withAnnotations(Map.of("sealedsecrets.bitnami.com/skip-set-owner-references", "true"))));
        Secret mixed = TestKeys.secret(
                "mixed",
                TestKeys.number(2).exposePrivateKeyPem(),
                TestKeys.number(0).certificatePem());
        cluster.secrets().create(placed(mixed, "kube-system", "mixed", LABEL, "active"));

        try (LogLines log = new LogLines(KeyLoader.class)) {
            loader.load();
            loader.load();

            String order = "WARN Invalid keyOrderPriority. Use CertNotBefore or SecretCreationTimestamp secretname=";
            assertThat(log.lines())
                    .containsExactlyInAnyOrder(
                            "INFO registered private key secretname=good",
                            order + "good",
                            "INFO registered private key secretname=mixed",
                            order + "mixed",
                            "WARN The certificate does not belong to the private key: the key opens, but is not published"
                                    + " secret=mixed",
                            "ERROR Error reading key secret=bad"
                                    + " error=data does not contain a valid RSA or ECDSA private key",
                            "WARN Ignoring a key Secret that was made from a SealedSecret secret=planted");
        }
    }

    @Test
    void aNewKeyIsStoredWithTheLabelsAndAnnotationsOfTheFlags() throws Exception {
        KeyGenerator generator =
                new KeyGenerator(settings, cluster.secrets(), InstantSource.fixed(NOW), new SecureRandom());

        KeySecret made = generator.generate("");

        Secret stored = cluster.secrets()
                .find(new ObjectKey("kube-system", made.secretName()))
                .orElseThrow();
        assertThat(made.secretName()).startsWith("sealed-secrets-key");
        assertThat(made.created()).isEqualTo(Instant.parse("2026-05-01T00:00:00Z"));
        assertThat(stored.type()).isEqualTo("kubernetes.io/tls");
        assertThat(stored.metadata().generateName()).isEqualTo("sealed-secrets-key");
        assertThat(stored.metadata().labels()).isEqualTo(Map.of(LABEL, "active", "team", "infra"));
        assertThat(stored.metadata().annotations()).isEqualTo(Map.of("note", "one"));
        assertThat(stored.data()).containsOnlyKeys("tls.key", "tls.crt");
        assertThat(loader.load())
                .singleElement()
                .satisfies(loaded -> assertThat(loaded.fingerprint()).isEqualTo(made.fingerprint()));
    }

    private void store(String namespace, String name, String label, String value, int number) throws Exception {
        cluster.secrets().create(placed(TestKeys.secret(number), namespace, name, label, value));
    }

    private static Secret placed(Secret key, String namespace, String name, String label, String value) {
        return key.withMetadata(ObjectMeta.EMPTY
                .edit()
                .namespace(namespace)
                .name(name)
                .labels(Map.of(label, value))
                .done());
    }
}
