package dev.sealedsecrets.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One case of the compatibility contract. */
record TemplateCase(String area, JsonNode json) {
    static final ObjectMapper MAPPER = new ObjectMapper();

    /** All cases of all files. */
    static List<TemplateCase> all() {
        List<TemplateCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(resource("cases"))) {
            for (Path file : files.sorted().toList()) {
                String area = String.valueOf(file.getFileName()).replace(".json", "");
                MAPPER.readTree(file.toFile()).forEach(node -> cases.add(new TemplateCase(area, node)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    static Path resource(String name) {
        try {
            return Path.of(TemplateCase.class.getResource("/templates/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    String name() {
        return json.get("name").asText();
    }

    String key() {
        return json.path("key").asText("k");
    }

    String template() {
        return json.get("template").asText();
    }

    Map<String, byte[]> data() {
        Map<String, byte[]> data = new HashMap<>();
        json.get("data")
                .properties()
                .forEach(entry ->
                        data.put(entry.getKey(), entry.getValue().asText().getBytes(StandardCharsets.UTF_8)));
        json.path("dataBase64")
                .properties()
                .forEach(entry -> data.put(
                        entry.getKey(),
                        Base64.getDecoder().decode(entry.getValue().asText())));
        return data;
    }

    boolean fails() {
        return json.has("errorClass");
    }

    TemplateException.Kind errorKind() {
        return switch (json.get("errorClass").asText()) {
            case "parse" -> TemplateException.Kind.PARSE;
            case "exec" -> TemplateException.Kind.EXEC;
            case "func" -> TemplateException.Kind.FUNC;
            default -> throw new IllegalStateException(name());
        };
    }

    boolean isDeterministic() {
        return json.get("deterministic").asBoolean();
    }

    /** The expected output of a deterministic case. */
    byte[] output() {
        return json.has("outputBase64")
                ? Base64.getDecoder().decode(json.get("outputBase64").asText())
                : json.get("output").asText().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a text is the expected error text, or has its shape. */
    boolean isErrorText(String text) {
        if (json.has("errorShape")) {
            return text.matches("(?s)" + json.get("errorShape").asText());
        }
        String expected = json.has("errorBase64")
                ? new String(Base64.getDecoder().decode(json.get("errorBase64").asText()), StandardCharsets.UTF_8)
                : json.get("error").asText();
        return text.equals(expected);
    }
}
