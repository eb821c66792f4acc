package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyFormVectorsTest {
    static Stream<Arguments> accepted() {
        return keyForms(entry -> entry.get("accepted").booleanValue());
    }

    static Stream<Arguments> refused() {
        return keyForms(entry -> !entry.get("accepted").booleanValue());
    }

    static Stream<Arguments> withProbe() {
        return keyForms(entry -> entry.has("probe"));
    }

    static Stream<Arguments> unusable() {
        return keyForms(entry -> entry.has("encryptError"));
    }

    private static Stream<Arguments> keyForms(Predicate<JsonNode> condition) {
        return Vectors.entries("keyforms.json").stream()
                .filter(condition)
                .map(entry -> Arguments.of(entry.get("name").textValue(), entry));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void acceptedTextGivesItsKey(String name, JsonNode entry) {
        SealingKey key = Vectors.key(entry.get("file").textValue());

        assertThat(key.fingerprint().text()).isEqualTo(entry.get("fingerprint").textValue());
        assertThat(key.publicKey().getModulus().bitLength())
                .isEqualTo(entry.get("modulusBits").intValue());
        assertThat(key.publicKey().getPublicExponent())
                .isEqualTo(BigInteger.valueOf(entry.get("publicExponent").longValue()));
        assertThat(entry.has("probe") || entry.has("encryptError")).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withProbe")
    void acceptedKeyOpensItsProbe(String name, JsonNode entry) throws Exception {
        SealingKey key = Vectors.key(entry.get("file").textValue());
        JsonNode probe = entry.get("probe");

        UnsealResult result = KeyRing.of(List.of(key))
                .unseal(
                        SealedPayload.parseBase64(probe.get("ciphertext").textValue()),
                        Label.of(probe.get("label").textValue()));

        assertThat(((Opened) result).plaintext()).isEqualTo(Vectors.base64(probe.get("plaintext")));
        assertThat(((Opened) result).openedBy()).isEqualTo(key.fingerprint());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void shortKeyLoadsButIsNotUsed(String name, JsonNode entry) {
        SealingKey key = Vectors.key(entry.get("file").textValue());
        Sealer sealer = new Sealer(new SecureRandom());

        assertThatThrownBy(() -> sealer.seal(new byte[1], Label.of(""), key.publicKey()))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessage(entry.get("encryptError").textValue());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusedTextSaysWhy(String name, JsonNode entry) {
        String text = Vectors.text(entry.get("file").textValue());
        String error = entry.get("error").textValue();

        KeyFormatException refusal = catchThrowableOfType(KeyFormatException.class, () -> SealingKey.parsePem(text));

        assertThat(refusal).hasMessage(error);
        assertThat(refusal.commandLineMessage())
                .isEqualTo(entry.has("cliError") ? entry.get("cliError").textValue() : error);
        assertThat(refusal.kind())
                .isEqualTo(
                        entry.has("cliError")
                                ? KeyFormatException.Kind.NOT_RSA
                                : KeyFormatException.Kind.NOTHING_USABLE);
    }
}
