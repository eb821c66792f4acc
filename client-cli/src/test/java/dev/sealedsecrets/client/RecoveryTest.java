package dev.sealedsecrets.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.client.fixtures.TestKey;
import dev.sealedsecrets.client.fixtures.TestTls;
import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.SealedSecret;
import dev.sealedsecrets.resource.SealedSecretTemplate;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final String PEM = TestKey.MAIN.privateKeyPem();

    @Test
    void pemAndKeySecretsInEveryFormGiveKeys() throws ClientException {
        String first = keySecret(PEM);
        String second = keySecret(TestKey.OTHER.privateKeyPem());

        assertThat(keys(PEM).ring().fingerprints()).hasSize(1);
        assertThat(keys(first + "---\n" + second).ring().fingerprints()).hasSize(2);
        assertThat(keys("kind: List\nitems:\n- " + first.replace("\n", "\n  "))
                        .ring()
                        .fingerprints())
                .containsExactly(TestKey.MAIN.key().key().fingerprint());
        assertThat(new RecoveryKeys().ring().isEmpty()).isTrue();
    }

    @Test
    void aFileWithoutUsableKeyIsNamed() {
        assertThatThrownBy(() -> keys("hello"))
                .hasMessage("k.pem: data does not contain a valid RSA or ECDSA private key");
        assertThatThrownBy(() -> keys("a: [")).hasMessageStartingWith("k.pem: ");
        assertThatThrownBy(() -> keys(TestTls.text("client-ec-sec1.key")))
                .hasMessage("k.pem: unexpected private key type *ecdsa.PrivateKey");
        assertThatThrownBy(() -> keys(TestTls.text("client-ec-encrypted.key")))
                .hasMessage("k.pem: the private key is encrypted");
    }

    @Test
    void aKeySecretMustHoldAKey() {
        assertThatThrownBy(() -> keys("kind: Secret\nmetadata: {name: a}\ndata: {x: eA==}"))
                .hasMessage("secret must contain a 'tls.data' key");
        assertThatThrownBy(() -> keys(keySecret("hello"))).hasMessageStartingWith("k.pem: Secret key: data does not");
        assertThatThrownBy(() -> keys("kind: ConfigMap")).hasMessageContaining("ConfigMap");
    }

    @Test
    void everyObjectIsOpened() throws ClientException {
        List<Secret> secrets = unseal(List.of(sealed("a", "one"), sealed("b", "two")));

        assertThat(secrets)
                .extracting(secret -> secret.data().get("k"))
                .containsExactly(SecretValue.ofText("one"), SecretValue.ofText("two"));
    }

    @Test
    void oneThatDoesNotOpenMeansNoResultAndIsNamed() throws ClientException {
        SealedSecret moved = sealed("a", "one").withMetadata(sealed("b", "two").metadata());

        assertThatThrownBy(() -> unseal(List.of(sealed("a", "one"), moved)))
                .hasMessage("no key could decrypt secret (k)")
                .satisfies(e -> assertThat(((ClientException) e).hints()).containsExactly("this is about ns/b"));
    }

    @Test
    void templatesAreRenderedOverTheOpenedValues() throws ClientException {
        SealedSecret object = sealed("a", "one");
        SealedSecret templated = object.withTemplate(
                new SealedSecretTemplate(ObjectMeta.EMPTY, null, null, Map.of("conf", "k={{ .k | upper }}")));

        assertThat(unseal(List.of(templated)).get(0).data()).containsEntry("conf", SecretValue.ofText("k=ONE"));
    }

    @Test
    void aTemplateThatFailsIsNamed() throws ClientException {
        SealedSecret object = decode("""
                metadata: {name: a, namespace: ns}
                spec: {template: {data: {conf: '{{ .k'}}}
                """);

        assertThatThrownBy(() -> unseal(List.of(object))).hasMessage("template: conf:1: unclosed action (conf)");
    }

    private static List<Secret> unseal(List<SealedSecret> objects) throws ClientException {
        return new Recovery(keys(PEM).ring(), new GoTemplates()).unseal(objects);
    }

    private static RecoveryKeys keys(String content) throws ClientException {
        RecoveryKeys keys = new RecoveryKeys();
        keys.add(content.getBytes(StandardCharsets.UTF_8), "k.pem");
        return keys;
    }

    private static String keySecret(String pem) {
        return "kind: Secret\nmetadata: {name: key}\ndata:\n  tls.key: "
                + Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    private static SealedSecret sealed(String name, String value) throws ClientException {
        String item = new ValueSealing(new SecureRandom(), TestKey.MAIN.key().certificate())
                .seal(value.getBytes(StandardCharsets.UTF_8), Label.of("ns/" + name));
        return decode("metadata: {name: " + name + ", namespace: ns}\nspec: {encryptedData: {k: " + item + "}}");
    }

    private static SealedSecret decode(String yaml) throws ClientException {
        return InputObjects.read(yaml.getBytes(StandardCharsets.UTF_8), "in").onlySealedSecretExactly();
    }
}
