package dev.sealedsecrets.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random templates whose outputs and error texts are those of Go, exactly. */
class GeneratedCasesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "control",
                "dates",
                "functions",
                "mutations",
                "patterns",
                "regexes",
                "syntax",
                "targeted",
                "texts",
                "verbs"
            })
    void everyAnswerIsThatOfGo(String file) throws IOException {
        JsonNode cases = TemplateCase.MAPPER.readTree(
                TemplateCase.resource("generated/" + file + ".json").toFile());
        assertThat(cases.size()).isGreaterThan(400);
        for (JsonNode c : cases) {
            assertThat(answer(c)).as(c.get("template").asText()).isEqualTo(expected(c));
        }
    }

    private static String expected(JsonNode c) {
        if (c.has("error")) {
            return "error: " + c.get("error").asText();
        }
        byte[] output = c.has("outputBase64")
                ? Base64.getDecoder().decode(c.get("outputBase64").asText())
                : c.get("output").asText().getBytes(StandardCharsets.UTF_8);
        return new String(output, StandardCharsets.ISO_8859_1);
    }

    private static String answer(JsonNode c) {
        Map<String, byte[]> data = new HashMap<>();
        c.path("data")
                .properties()
                .forEach(entry ->
                        data.put(entry.getKey(), entry.getValue().asText().getBytes(StandardCharsets.UTF_8)));
        try {
            byte[] output = GoTemplate.parse("k", c.get("template").asText()).render(data);
            return new String(output, StandardCharsets.ISO_8859_1);
        } catch (TemplateException e) {
            return "error: " + e.getMessage();
        }
    }
}
