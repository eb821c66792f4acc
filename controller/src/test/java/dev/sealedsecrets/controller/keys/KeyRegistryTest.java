package dev.sealedsecrets.controller.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.crypto.GeneratedSealingKey;
import dev.sealedsecrets.crypto.RsaEngine;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyRegistryTest {
    private static final Instant CREATED = Instant.parse("2026-03-01T00:00:00Z");

    private final KeyRegistry registry = new KeyRegistry(KeyOrder.CERT_NOT_BEFORE, () -> RsaEngine.JDK);

    @Test
    void startsWithoutAnyKey() {
        assertThat(registry.current().ring().isEmpty()).isTrue();
        assertThat(registry.current().newest()).isEmpty();
        assertThat(registry.newestTime()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyOrder.class,
            names = {"CERT_NOT_BEFORE", "UNKNOWN"})
    void theNewestCertificateIsPublishedWhateverTheAgeOfTheSecret(KeyOrder order) {
        KeyRegistry byCertificate = new KeyRegistry(order, () -> RsaEngine.JDK);

        byCertificate.replace(List.of(
                TestKeys.loaded(2, CREATED), TestKeys.loaded(0, CREATED.plusSeconds(9)), TestKeys.loaded(1, CREATED)));

        assertThat(newestOf(byCertificate)).isEqualTo(TestKeys.number(2).certificatePem());
        assertThat(byCertificate.newestTime()).contains(TestKeys.startOf(2));
    }

    @Test
    void theNewestSecretIsPublishedIfThatIsTheOrder() {
        KeyRegistry bySecret = new KeyRegistry(KeyOrder.SECRET_CREATION_TIMESTAMP, () -> RsaEngine.JDK);

        bySecret.replace(List.of(TestKeys.loaded(2, CREATED), TestKeys.loaded(0, CREATED.plusSeconds(9))));

        assertThat(newestOf(bySecret)).isEqualTo(TestKeys.number(0).certificatePem());
    }

    @Test
    void allKeysOpenTheNewestFirst() {
        registry.replace(List.of(TestKeys.loaded(0), TestKeys.loaded(2), TestKeys.loaded(1)));

        assertThat(registry.current().ring().fingerprints())
                .containsExactly(
                        TestKeys.number(2).key().fingerprint(),
                        TestKeys.number(1).key().fingerprint(),
                        TestKeys.number(0).key().fingerprint());
    }

    @Test
    void theFirstLoadedWinsATie() {
        KeyRegistry bySecret = new KeyRegistry(KeyOrder.SECRET_CREATION_TIMESTAMP, () -> RsaEngine.JDK);

        bySecret.replace(List.of(TestKeys.loaded(1, CREATED), TestKeys.loaded(2, CREATED)));

        assertThat(newestOf(bySecret)).isEqualTo(TestKeys.number(1).certificatePem());
    }

    @Test
    void aKeyInTwoSecretsIsOneKey() {
        registry.replace(List.of(TestKeys.loaded(0), TestKeys.loaded(0, CREATED)));

        assertThat(registry.current().ring().fingerprints()).hasSize(1);
    }

    @Test
    void aKeyThatWasMadeInTheSecondOfItsPredecessorIsTheNewestAtOnce() {
        GeneratedSealingKey twin = TestKeys.notBefore(TestKeys.startOf(0));
        registry.replace(List.of(TestKeys.loaded(0)));
        KeySecret generated = new KeySecret("twin", CREATED, twin.key(), twin.certificate());

        registry.addGenerated(generated, TestKeys.startOf(0).plusMillis(1));

        assertThat(newestOf(registry)).isEqualTo(twin.certificatePem());
        registry.replace(List.of(TestKeys.loaded(0), generated));
        assertThat(newestOf(registry)).isEqualTo(twin.certificatePem());
    }

    @Test
    void aKeyWhoseCertificateIsNotItsOwnOpensButIsNotPublished() {
        KeySecret mixed = new KeySecret(
                "mixed", CREATED, TestKeys.number(2).key(), TestKeys.number(1).certificate());

        registry.replace(List.of(TestKeys.loaded(0), mixed));

        assertThat(newestOf(registry)).isEqualTo(TestKeys.number(0).certificatePem());
        assertThat(registry.current().ring().fingerprints())
                .contains(TestKeys.number(2).key().fingerprint());
    }

    @Test
    void theLastKeyMayGo() {
        registry.replace(List.of(TestKeys.loaded(0)));

        registry.replace(List.of());

        assertThat(registry.current().newest()).isEmpty();
        assertThat(registry.current().ring().isEmpty()).isTrue();
    }

    @Test
    void listenersHearOfChangesOnlyAndSeeThem() {
        AtomicInteger heard = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        registry.onChange(() -> {
            heard.incrementAndGet();
            seen.set(registry.current().ring().fingerprints().size());
        });

        registry.replace(List.of(TestKeys.loaded(0)));
        registry.replace(List.of(TestKeys.loaded(0, CREATED)));
        registry.replace(List.of(TestKeys.loaded(0), TestKeys.loaded(1)));

        assertThat(heard).hasValue(2);
        assertThat(seen).hasValue(2);
    }

    @Test
    void aSnapshotIsItselfUntilTheKeysChange() {
        registry.replace(List.of(TestKeys.loaded(0)));
        KeySnapshot before = registry.current();

        registry.replace(List.of(TestKeys.loaded(0)));

        assertThat(registry.current()).isSameAs(before);
    }

    private static String newestOf(KeyRegistry registry) {
        return registry.current().newest().orElseThrow().certificatePem();
    }
}
