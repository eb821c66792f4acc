package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Base64VectorsTest {
    static Stream<Arguments> texts() {
        return Vectors.entries("base64.json").stream()
                .map(entry -> Arguments.of(entry.get("name").textValue(), entry));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void readsOrRefusesAsGoDoes(String name, JsonNode entry) throws Exception {
        String text = entry.get("text").textValue();
        if (entry.get("accepted").booleanValue()) {
            assertThat(Base64Text.decode(text))
                    .isEqualTo(HexFormat.of().parseHex(entry.get("bytes").textValue()));
        } else {
            assertThatThrownBy(() -> Base64Text.decode(text))
                    .isInstanceOf(IllegalBase64Exception.class)
                    .hasMessage(entry.get("error").textValue());
        }
    }
}
