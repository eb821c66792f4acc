package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintVectorsTest {
    static Stream<Arguments> fingerprints() {
        return Vectors.entries("fingerprints.json").stream()
                .map(entry -> Arguments.of(entry.get("name").textValue(), entry));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fingerprints")
    void isTheSshFingerprintAndNotTheHashOfTheEncodedKey(String name, JsonNode entry) throws Exception {
        SealingKey key = Vectors.key(entry.get("key").textValue());

        assertThat(key.fingerprint().text()).isEqualTo(entry.get("fingerprint").textValue());

        byte[] spki =
                MessageDigest.getInstance("SHA-256").digest(key.publicKey().getEncoded());
        assertThat(entry.get("notThisSpkiSha256").textValue())
                .isEqualTo(Base64.getEncoder().encodeToString(spki));
        assertThat(key.publicKey().getModulus().bitLength())
                .isEqualTo(entry.get("modulusBits").intValue());
        assertThat(key.publicKey().getPublicExponent().intValue())
                .isEqualTo(entry.get("publicExponent").intValue());
    }
}
