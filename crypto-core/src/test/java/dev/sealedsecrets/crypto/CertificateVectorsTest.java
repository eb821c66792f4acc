package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateVectorsTest {
    static Stream<Arguments> certificateForms() {
        return Vectors.entries("certforms.json").stream()
                .map(entry -> Arguments.of(entry.get("name").textValue(), entry));
    }

    static List<String> keyCertificates() {
        return Vectors.files().stream()
                .filter(file -> file.startsWith("keys/") && file.endsWith(".crt.pem"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("certificateForms")
    void sealingTakesTheFirstCertificateOrSaysWhyNot(String name, JsonNode entry) throws Exception {
        String text = Vectors.text(entry.get("file").textValue());
        JsonNode sealing = entry.get("sealing");
        if (sealing.get("accepted").booleanValue()) {
            SealingCertificate certificate = SealingCertificate.parse(text);
            assertThat(certificate.fingerprint().text())
                    .isEqualTo(sealing.get("fingerprint").textValue());
            assertThat(certificate.publicKey().getModulus().bitLength())
                    .isEqualTo(sealing.get("modulusBits").intValue());
        } else {
            CertificateFormatException refusal =
                    catchThrowableOfType(CertificateFormatException.class, () -> SealingCertificate.parse(text));
            if (sealing.has("error")) {
                assertThat(refusal).hasMessage(sealing.get("error").textValue());
            } else {
                assertThat(refusal)
                        .hasMessageStartingWith(sealing.get("errorPrefix").textValue());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("certificateForms")
    void loadingTakesAllCertificatesOrNone(String name, JsonNode entry) throws Exception {
        String text = Vectors.text(entry.get("file").textValue());
        JsonNode loading = entry.get("loading");
        if (loading.get("accepted").booleanValue()) {
            List<SealingCertificate> certificates = SealingCertificate.parseAll(text);
            assertThat(certificates).hasSize(loading.get("certificates").intValue());
            assertThat(certificates.get(0).notBefore())
                    .isEqualTo(Instant.parse(loading.get("firstNotBefore").textValue()));
            assertThat(certificates.get(0).notAfter())
                    .isEqualTo(Instant.parse(loading.get("firstNotAfter").textValue()));
        } else {
            assertThatThrownBy(() -> SealingCertificate.parseAll(text))
                    .isInstanceOf(CertificateFormatException.class)
                    .hasMessage(loading.get("error").textValue());
        }
    }

    @ParameterizedTest
    @MethodSource("keyCertificates")
    void certificateBelongsToTheKeyBesideIt(String file) {
        SealingKey key = Vectors.key(file.replace(".crt.pem", ".pem"));

        assertThat(Vectors.certificate(file).fingerprint()).isEqualTo(key.fingerprint());
    }
}
