package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ItemVectorsTest {
    static Stream<Arguments> items() {
        return Vectors.items().stream()
                .map(item -> Arguments.of(item.get("name").textValue(), item));
    }

    @Test
    void namesAreUnique() {
        assertThat(Vectors.items().stream().map(item -> item.get("name").textValue()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("items")
    void scopeAndNamesGiveTheLabel(String name, JsonNode item) {
        Scope scope = Scope.parse(item.get("scope").textValue()).orElseThrow();

        Label label = scope.label(
                item.get("namespace").textValue(), item.get("secretName").textValue());

        assertThat(label).isEqualTo(label(item));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("items")
    void opensOrFailsAsExpected(String name, JsonNode item) throws Exception {
        JsonNode expected = item.get("expect");
        switch (outcome(expected)) {
            case "ok" -> {
                UnsealResult result = unseal(item);
                assertThat(result).isInstanceOf(Opened.class);
                checkPlaintext(item, ((Opened) result).plaintext());
            }
            case "malformed" ->
                assertThatThrownBy(() -> SealedPayload.parse(item(item)))
                        .isInstanceOf(MalformedItemException.class)
                        .hasMessage(expected.get("upstreamError").textValue());
            case "wrong-key-or-label" -> assertNotOpened(item, UnsealFailure.NO_KEY_MATCHES);
            case "corrupt-payload" -> assertNotOpened(item, UnsealFailure.CORRUPT_PAYLOAD);
            default -> throw new AssertionError("unknown outcome in " + name);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("items")
    void whatReadsIsWrittenBackUnchanged(String name, JsonNode item) throws Exception {
        byte[] bytes = item(item);
        if (!outcome(item.get("expect")).equals("malformed")) {
            assertThat(SealedPayload.parse(bytes).toBytes()).isEqualTo(bytes);
        }
    }

    private static void assertNotOpened(JsonNode item, UnsealFailure failure) throws Exception {
        assertThat(item.get("expect").get("upstreamError").textValue()).isEqualTo(UnsealFailure.MESSAGE);
        assertThat(unseal(item)).isEqualTo(new NotOpened(failure));
    }

    private static String outcome(JsonNode expected) {
        return expected.get("outcome").textValue().equals("ok")
                ? "ok"
                : expected.get("class").textValue();
    }

    private static UnsealResult unseal(JsonNode item) throws Exception {
        return KeyRing.of(Vectors.keys(item)).unseal(SealedPayload.parse(item(item)), label(item));
    }

    private static Label label(JsonNode item) {
        return Label.of(item.get("label").textValue());
    }

    private static void checkPlaintext(JsonNode item, byte[] plaintext) throws Exception {
        JsonNode recipe = item.get("ciphertextRecipe");
        if (recipe == null) {
            assertThat(plaintext).isEqualTo(Vectors.base64(item.get("expect").get("plaintext")));
        } else {
            assertThat(sha256(plaintext))
                    .isEqualTo(recipe.get("plaintextSha256").textValue());
        }
    }

    private static byte[] item(JsonNode item) throws Exception {
        JsonNode recipe = item.get("ciphertextRecipe");
        return recipe == null ? Vectors.base64(item.get("ciphertext")) : build(item, recipe);
    }

    /** Large items are given by a recipe; see the README of the vectors. */
    private static byte[] build(JsonNode item, JsonNode recipe) throws Exception {
        assertThat(recipe.get("plaintextRule").textValue()).isEqualTo("byte i = (i*31 + (i>>8)) mod 256");
        byte[] plaintext = new byte[recipe.get("plaintextLength").intValue()];
        for (int i = 0; i < plaintext.length; i++) {
            plaintext[i] = (byte) (i * 31 + (i >> 8));
        }
        byte[] sessionKey = HexFormat.of().parseHex(item.get("sessionKey").textValue());
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(sessionKey, "AES"), new GCMParameterSpec(128, new byte[12]));
        byte[] block = Vectors.base64(recipe.get("rsaBlock"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(block.length >> 8);
        bytes.write(block.length);
        bytes.writeBytes(block);
        bytes.writeBytes(cipher.doFinal(plaintext));
        assertThat(sha256(bytes.toByteArray()))
                .isEqualTo(recipe.get("itemSha256").textValue());
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
