package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.crypto.Scope;
import dev.sealedsecrets.crypto.Sealer;
import dev.sealedsecrets.crypto.SealingKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReencryptorTest {
    private final Sealer sealer = new Sealer(new SecureRandom());
    private final SealingKey old = TestKeys.first();
    private final SealingKey newest = TestKeys.second();
    private final KeyRing oldRing = TestKeys.ring(old);

    @Test
    void itemsOpenWithTheNewestKeyUnderTheirLabel() {
        for (Scope scope : Scope.values()) {
            SealedSecret sealed = sealed(scope);

            SealedSecret result =
                    reencrypted(new Reencryptor(sealer, false).reencrypt(sealed, oldRing, newest.publicKey()));

            assertThat(new SecretUnsealer((name, text, values) -> new byte[0], false)
                            .unseal(result, TestKeys.ring(newest)))
                    .isInstanceOfSatisfying(
                            UnsealOutcome.Unsealed.class,
                            unsealed -> assertThat(unsealed.secret().data())
                                    .containsEntry("a", SecretValue.ofText("1"))
                                    .containsEntry("b", SecretValue.empty()));
        }
    }

    @Test
    void everythingButItemsStatusAndServerFieldsStays() {
        SealedSecret sealed = sealed(Scope.NAMESPACE_WIDE);

        SealedSecret result =
                reencrypted(new Reencryptor(sealer, false).reencrypt(sealed, oldRing, newest.publicKey()));

        assertThat(result.withEncryptedData(sealed.encryptedData()))
                .isEqualTo(new SealedSecret(
                        sealed.metadata().withoutServerFields(),
                        sealed.template(),
                        sealed.encryptedData(),
                        null,
                        null));
        assertThat(result.encryptedData())
                .doesNotContainValue(sealed.encryptedData().get("a"));
    }

    @Test
    void oneItemThatDoesNotOpenFailsTheObject() {
        SealedSecret sealed = sealed(Scope.STRICT).withEncryptedData(Map.of("a", "", "b", "*"));

        assertThat(new Reencryptor(sealer, false).reencrypt(sealed, oldRing, newest.publicKey()))
                .isInstanceOfSatisfying(
                        ReencryptOutcome.Failed.class,
                        failed -> assertThat(failed.reason().message())
                                .isEqualTo("no key could decrypt secret (a)\nillegal base64 data at input byte 0 (b)"));
    }

    @Test
    void deprecatedFormStaysOneItem() {
        SealedSecret sealed = deprecated("whatever it holds");

        SealedSecret result = reencrypted(new Reencryptor(sealer, true).reencrypt(sealed, oldRing, newest.publicKey()));

        assertThat(result.encryptedData()).isEmpty();
        assertThat(DeprecatedForm.open(result, TestKeys.ring(newest)))
                .hasValueSatisfying(
                        opened -> assertThat(opened.plaintext()).asString().isEqualTo("whatever it holds"));
    }

    @Test
    void deprecatedFormIsRefusedWhereItIsNotAcceptedOrDoesNotOpen() {
        SealedSecret sealed = deprecated("{}");

        assertThat(message(new Reencryptor(sealer, false).reencrypt(sealed, oldRing, newest.publicKey())))
                .startsWith("using deprecated 'data' field");
        assertThat(message(new Reencryptor(sealer, true).reencrypt(sealed, TestKeys.ring(newest), newest.publicKey())))
                .isEqualTo("no key could decrypt secret");
        assertThat(message(new Reencryptor(sealer, true)
                        .reencrypt(sealed.withEncryptedData(Map.of("a", "")), oldRing, newest.publicKey())))
                .startsWith("cannot use the field 'encryptedData'");
    }

    private static SealedSecret reencrypted(ReencryptOutcome outcome) {
        return ((ReencryptOutcome.Reencrypted) outcome).sealedSecret();
    }

    private static String message(ReencryptOutcome outcome) {
        return ((ReencryptOutcome.Failed) outcome).reason().message();
    }

    private SealedSecret sealed(Scope scope) {
        ObjectMeta metadata = ObjectMeta.EMPTY
                .edit()
                .name("n")
                .namespace("ns")
                .uid("u")
                .resourceVersion("7")
                .labels(Map.of("l", "1"))
                .ownerReferences(List.of(new OwnerReference("v1", "ConfigMap", "o", "1", null, null)))
                .done()
                .withScope(scope);
        SealedSecretTemplate template = new SealedSecretTemplate(
                ObjectMeta.EMPTY.edit().uid("stays").done(), "t", false, Map.of("t", "{{ .a }}"));
        SealedSecret empty = new SealedSecret(metadata, template, Map.of(), null, Tree.texts(Map.of("x", "y")));
        return empty.withEncryptedData(Map.of("a", seal("1", empty), "b", seal("", empty)));
    }

    private SealedSecret deprecated(String plaintext) {
        ObjectMeta metadata = ObjectMeta.EMPTY.withName("n").withNamespace("ns");
        SealedSecret empty = new SealedSecret(metadata, SealedSecretTemplate.EMPTY, Map.of(), null, null);
        return empty.withDeprecatedData(seal(plaintext, empty));
    }

    private String seal(String plaintext, SealedSecret sealed) {
        return new SecretSealer(sealer, old.publicKey())
                .sealValue(plaintext.getBytes(StandardCharsets.UTF_8), sealed.label());
    }
}
