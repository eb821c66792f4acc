package dev.sealedsecrets.controller.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.OwnerReference;
import dev.sealedsecrets.resource.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretReaderTest {
    private static final String EC_KEY = """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIL9fkM1mTTnUuU9TJS0+k7xOhkTJZLLV7EMzTY5WlhRPoAoGCCqGSM49
            AwEHoUQDQgAEuuBWqoeF7eZ7tFZoJqLUkuZ3bpDAZ9D2dhSSz8Ef4y1rnMoNfyfS
            5RrTV5UYPdAb1uNiy6lKGVsWt6L690ejjg==
            -----END EC PRIVATE KEY-----
            """;

    @Test
    void readsKeyCertificateAndCreationTime() {
        KeyReading reading = KeySecretReader.read(TestKeys.secret(0));

        assertThat(reading).isInstanceOfSatisfying(KeyReading.Usable.class, usable -> {
            assertThat(usable.key().secretName()).isEqualTo("key-0");
            assertThat(usable.key().created()).isEqualTo(Instant.parse("2026-02-03T04:05:06Z"));
            assertThat(usable.key().fingerprint())
                    .isEqualTo(TestKeys.number(0).key().fingerprint());
            assertThat(usable.key().certificate().toPem())
                    .isEqualTo(TestKeys.number(0).certificatePem());
            assertThat(usable.key().seals()).isTrue();
        });
    }

    @Test
    void theFirstOfSeveralCertificatesCounts() {
        String both = TestKeys.number(0).certificatePem() + TestKeys.number(1).certificatePem();

        KeyReading reading =
                KeySecretReader.read(TestKeys.secret("k", TestKeys.number(0).exposePrivateKeyPem(), both));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        KeyReading.Usable.class,
                        usable -> assertThat(usable.key().certificate().toPem())
                                .isEqualTo(TestKeys.number(0).certificatePem()));
    }

    @Test
    void aCertificateOfAnotherKeyDoesNotSeal() {
        KeyReading reading = KeySecretReader.read(TestKeys.secret(
                "k",
                TestKeys.number(0).exposePrivateKeyPem(),
                TestKeys.number(1).certificatePem()));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        KeyReading.Usable.class,
                        usable -> assertThat(usable.key().seals()).isFalse());
    }

    @Test
    void aKeyThatIsNoPemIsUnusable() {
        assertThat(KeySecretReader.read(
                        TestKeys.secret("k", "not a key", TestKeys.number(0).certificatePem())))
                .isEqualTo(new KeyReading.Unusable("data does not contain a valid RSA or ECDSA private key"));
    }

    @Test
    void anEllipticCurveKeyIsUnusable() {
        assertThat(KeySecretReader.read(
                        TestKeys.secret("k", EC_KEY, TestKeys.number(0).certificatePem())))
                .isEqualTo(new KeyReading.Unusable("private key is not an RSA key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a certificate"})
    void aMissingCertificateIsUnusable(String certificate) {
        assertThat(KeySecretReader.read(TestKeys.secret("k", TestKeys.number(0).exposePrivateKeyPem(), certificate)))
                .isInstanceOf(KeyReading.Unusable.class);
    }

    @Test
    void emptyDataIsUnusable() {
        Secret empty = new Secret(ObjectMeta.EMPTY, null, null, Map.of());

        assertThat(KeySecretReader.read(empty)).isInstanceOf(KeyReading.Unusable.class);
    }

    @Test
    void aSecretThatASealedSecretOwnsIsPlanted() {
        Secret secret = TestKeys.secret(0);
        OwnerReference owner = new OwnerReference("bitnami.com/v1alpha1", "SealedSecret", "s", "uid", null, null);

        assertThat(KeySecretReader.read(secret.withMetadata(secret.metadata().withOwnerReferences(List.of(owner)))))
                .isEqualTo(new KeyReading.Planted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", ""})
    void aSecretWithTheSkipAnnotationIsPlantedWhateverItsValue(String value) {
        Secret secret = TestKeys.secret(0);
        Map<String, String> annotations = Map.of("sealedsecrets.bitnami.com/skip-set-owner-references", value);

        assertThat(KeySecretReader.read(secret.withMetadata(secret.metadata().withAnnotations(annotations))))
                .isEqualTo(new KeyReading.Planted());
    }

    @Test
    void aSecretThatSomethingElseOwnsIsAKey() {
        Secret secret = TestKeys.secret(0);
        OwnerReference owner = new OwnerReference("example.com/v1", "SealedSecret", "s", "uid", true, null);

        assertThat(KeySecretReader.read(secret.withMetadata(secret.metadata().withOwnerReferences(List.of(owner)))))
                .isInstanceOf(KeyReading.Usable.class);
    }

    @Test
    void aSecretWithoutCreationTimeIsTheOldest() {
        Secret secret = TestKeys.secret(0);
        ObjectMeta timeless = secret.metadata().edit().creationTimestamp("").done();

        assertThat(KeySecretReader.read(secret.withMetadata(timeless)))
                .isInstanceOfSatisfying(
                        KeyReading.Usable.class,
                        usable -> assertThat(usable.key().created()).isEqualTo(Instant.EPOCH));
    }
}
