package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.crypto.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SecretUnsealerTest {
    private static final String NO_BASE64 = "*";

    private final SecretSealer first =
            new SecretSealer(new Sealer(new SecureRandom()), TestKeys.first().publicKey());
    private final SecretSealer second =
            new SecretSealer(new Sealer(new SecureRandom()), TestKeys.second().publicKey());
    private final KeyRing ring = TestKeys.ring(TestKeys.first());

    /** Shows what the template was given: the template's text, then every value. */
    private static byte[] echo(String name, String text, Map<String, byte[]> values) throws TemplateFailure {
        if (text.startsWith("fail")) {
            throw new TemplateFailure("template: " + name + ":1: " + text, "template: " + name + ":1: error");
        }
        Map<String, String> shown = new TreeMap<>();
        values.forEach((key, value) -> shown.put(key, new String(value, StandardCharsets.UTF_8)));
        return (text + shown).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void eachItemIsOpenedByTheKeyItWasSealedFor() {
        SealedSecret sealed = sealed(Map.of("a", first("1"), "b", second("2")), Map.of());

        UnsealOutcome outcome = unsealer().unseal(sealed, TestKeys.ring(TestKeys.first(), TestKeys.second()));

        assertThat(outcome).isInstanceOfSatisfying(UnsealOutcome.Unsealed.class, unsealed -> {
            assertThat(unsealed.openedBy())
                    .isEqualTo(Map.of(
                            "a",
                            TestKeys.first().fingerprint(),
                            "b",
                            TestKeys.second().fingerprint()));
            assertThat(unsealed.secret().data()).isEqualTo(Map.of("a", value("1"), "b", value("2")));
        });
    }

    @Test
    void errorsAreSortedByKeyAndEqualOnesMerged() {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("d", NO_BASE64);
        items.put("c", second("x"));
        items.put("b", NO_BASE64);
        items.put("a", "");
        items.put("", second("x"));

        assertThat(failure(sealed(items, Map.of())).message())
                .isEqualTo("no key could decrypt secret (, a, c)\nillegal base64 data at input byte 0 (b, d)");
    }

    @Test
    void errorsOfValuesComeBeforeThoseOfTemplates() {
        SealedSecret sealed = sealed(Map.of("z", ""), Map.of("b", "fail two", "a", "fail one"));

        assertThat(failure(sealed).message())
                .isEqualTo("no key could decrypt secret (z)\ntemplate: a:1: fail one (a)\ntemplate: b:1: fail two (b)");
    }

    @Test
    void publicMessageHasThePublicTextOfTemplates() {
        UnsealOutcome.Failed failed = failure(sealed(Map.of("z", ""), Map.of("a", "fail hunter2")));

        assertThat(failed.publicMessage()).isEqualTo("no key could decrypt secret (z)\ntemplate: a:1: error (a)");
        assertThat(failed.errors()).extracting(ItemError::item).containsExactly("z", "a");
        assertThat(failed.toString()).contains("template: a:1: error (a)").doesNotContain("hunter2");
        assertThat(new TemplateFailure("hunter2", "shown")).hasMessage("shown");
    }

    @Test
    void templatesSeeOpenedValuesAndPlainTextsOfOtherTemplates() {
        assertThat(secret(sealed(Map.of("a", first("1")), Map.of("t", "T", "u", "U")))
                        .data())
                .isEqualTo(Map.of("a", value("1"), "t", value("T{a=1, t=T, u=U}"), "u", value("U{a=1, t=T, u=U}")));
    }

    @Test
    void itemWinsOverTheTemplateOfTheSameKey() {
        assertThat(secret(sealed(Map.of("a", first("1")), Map.of("a", "T", "t", "T")))
                        .data())
                .isEqualTo(Map.of("a", value("1"), "t", value("T{a=1, t=T}")));
    }

    @Test
    void errorOfATemplateCountsEvenIfAnItemHasItsKey() {
        assertThat(failure(sealed(Map.of("a", first("1")), Map.of("a", "fail"))).message())
                .isEqualTo("template: a:1: fail (a)");
    }

    @Test
    void valueThatDoesNotOpenIsEmptyForTemplatesAndOneThatIsNoBase64IsAbsent() {
        List<Map<String, String>> seen = new ArrayList<>();
        TemplateRenderer renderer = (name, text, values) -> {
            Map<String, String> shown = new TreeMap<>();
            values.forEach((key, value) -> shown.put(key, new String(value, StandardCharsets.UTF_8)));
            seen.add(shown);
            return new byte[0];
        };
        SealedSecret sealed = sealed(Map.of("a", second("1"), "b", NO_BASE64, "c", NO_BASE64), Map.of("c", "plain"));

        UnsealOutcome outcome = new SecretUnsealer(renderer, false).unseal(sealed, ring);

        assertThat(outcome).isInstanceOf(UnsealOutcome.Failed.class);
        assertThat(seen).containsExactly(Map.of("a", "", "c", "plain"));
    }

    @Test
    void verifyingDoesNotRender() {
        SecretUnsealer unsealer = new SecretUnsealer(
                (name, text, values) -> {
                    throw new AssertionError("rendered");
                },
                false);

        assertThat(unsealer.verify(sealed(Map.of("a", first("1")), Map.of("t", "T")), ring))
                .isEmpty();
        assertThat(unsealer.verify(sealed(Map.of("a", second("1")), Map.of("t", "T")), ring))
                .hasValueSatisfying(
                        failed -> assertThat(failed.message()).isEqualTo("no key could decrypt secret (a)"));
    }

    @Test
    void metadataComesFromTheTemplateAndTheNameFromTheObject() {
        ObjectMeta template = ObjectMeta.EMPTY
                .edit()
                .name("other")
                .uid("x")
                .labels(Map.of("l", "1"))
                .finalizers(List.of("f"))
                .done();
        SealedSecret sealed =
                sealed(Map.of(), Map.of()).withTemplate(new SealedSecretTemplate(template, "t", true, Map.of()));

        Secret secret = secret(sealed);

        assertThat(secret.type()).isEqualTo("t");
        assertThat(secret.immutable()).isTrue();
        assertThat(secret.metadata())
                .isEqualTo(ObjectMeta.EMPTY
                        .edit()
                        .name("n")
                        .namespace("ns")
                        .labels(Map.of("l", "1"))
                        .finalizers(List.of("f"))
                        .ownerReferences(List.of(OwnerReference.toSealedSecret(sealed.metadata())))
                        .done());
    }

    @Test
    void deprecatedFormIsTheWholeSecretAndItsStringDataIsPartOfTheData() {
        String blob =
                "{\"data\":{\"a\":\"eA==\"},\"stringData\":{\"b\":\"y\"},\"type\":\"t\",\"metadata\":{\"uid\":\"u\",\"name\":\"x\"}}";

        Secret secret = secret(deprecated(blob));

        assertThat(secret.data()).isEqualTo(Map.of("a", value("x"), "b", value("y")));
        assertThat(secret.type()).isEqualTo("t");
        assertThat(secret.metadata().name()).isEqualTo("n");
        assertThat(secret.metadata().uid()).isEmpty();
    }

    @Test
    void deprecatedFormNamesItsKeyAfterTheField() {
        UnsealOutcome outcome = unsealer().unseal(deprecated("{}"), ring);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        UnsealOutcome.Unsealed.class,
                        unsealed -> assertThat(unsealed.openedBy())
                                .isEqualTo(Map.of("data", TestKeys.first().fingerprint())));
    }

    @Test
    void errorsOfTheDeprecatedFormQuoteNothingOfThePlaintext() {
        assertThat(failure(deprecated("hunter2: [")).message())
                .isEqualTo("spec.data: the plaintext is neither JSON nor YAML");
        assertThat(failure(deprecated("")).message()).isEqualTo("spec.data: the plaintext is not one object");
        assertThat(failure(deprecated("{}{}")).message()).isEqualTo("spec.data: the plaintext is not one object");
        assertThat(failure(deprecated("{\"kind\":\"hunter 2\"}")).message())
                .isEqualTo("converting (v1.?) to (v1.Secret): unknown conversion");
        assertThat(failure(deprecated("{\"data\":{\"k\":\"hunter 2\"}}")).message())
                .isEqualTo("data.k: illegal base64 data at input byte 6");
        assertThat(failure(deprecated("[1]")).message()).contains("cannot unmarshal array");
        assertThat(failure(deprecated("12")).message()).contains("cannot unmarshal number");
        assertThat(failure(deprecated("true")).message()).contains("cannot unmarshal bool");
    }

    @Test
    void verifyingTheDeprecatedFormOpensItOnly() {
        assertThat(unsealer().verify(deprecated("no object"), ring)).isEmpty();
        assertThat(unsealer().verify(deprecated("{}"), TestKeys.ring(TestKeys.second())))
                .hasValueSatisfying(failed -> assertThat(failed.message()).isEqualTo("no key could decrypt secret"));
        assertThat(new SecretUnsealer(SecretUnsealerTest::echo, false).verify(deprecated("{}"), ring))
                .hasValueSatisfying(failed -> assertThat(failed.message()).startsWith("using deprecated 'data' field"));
    }

    @Test
    void malformedItemInTheDeprecatedFormLooksLikeAnyOther() {
        SealedSecret sealed = new SealedSecret(metadata(), SealedSecretTemplate.EMPTY, Map.of(), "AgA=", null);

        assertThat(failure(sealed).message()).isEqualTo("no key could decrypt secret");
    }

    private static SecretUnsealer unsealer() {
        return new SecretUnsealer(SecretUnsealerTest::echo, true);
    }

    private Secret secret(SealedSecret sealed) {
        return ((UnsealOutcome.Unsealed) unsealer().unseal(sealed, ring)).secret();
    }

    private UnsealOutcome.Failed failure(SealedSecret sealed) {
        return (UnsealOutcome.Failed) unsealer().unseal(sealed, ring);
    }

    private static ObjectMeta metadata() {
        return ObjectMeta.EMPTY.edit().name("n").namespace("ns").uid("u").done();
    }

    private static SealedSecret sealed(Map<String, String> items, Map<String, String> templates) {
        SealedSecretTemplate template = new SealedSecretTemplate(ObjectMeta.EMPTY, null, null, templates);
        return new SealedSecret(metadata(), template, items, null, null);
    }

    private SealedSecret deprecated(String plaintext) {
        return new SealedSecret(metadata(), SealedSecretTemplate.EMPTY, Map.of(), first(plaintext), null);
    }

    private String first(String plaintext) {
        return first.sealValue(
                plaintext.getBytes(StandardCharsets.UTF_8),
                sealed(Map.of(), Map.of()).label());
    }

    private String second(String plaintext) {
        return second.sealValue(
                plaintext.getBytes(StandardCharsets.UTF_8),
                sealed(Map.of(), Map.of()).label());
    }

    private static SecretValue value(String text) {
        return SecretValue.ofText(text);
    }
}
