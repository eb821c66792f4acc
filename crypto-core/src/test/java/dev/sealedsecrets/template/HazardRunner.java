package dev.sealedsecrets.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Renders every hazard and prints a line for each: whether it was stopped, after how many milliseconds, and by what. */
final class HazardRunner {
    private static final int MAX_REPEATS = 400_000;

    private HazardRunner() {}

    public static void main(String[] args) throws IOException {
        for (JsonNode hazard : TemplateCase.MAPPER.readTree(new File(args[0]))) {
            long start = System.nanoTime();
            String result = run(hazard);
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.println(result.replace("NAME", hazard.get("name").asText() + " " + millis + " ms"));
        }
    }

    private static String run(JsonNode hazard) {
        String template = hazard.get("template").asText();
        if (hazard.has("repeatTemplate")) {
            // Not so often that it is refused for its length alone, or that the heap cannot hold it twice.
            int count = Math.min(hazard.get("repeatTemplate").asInt(), MAX_REPEATS);
            template =
                    template.repeat(count).concat(hazard.path("suffix").asText().repeat(count));
        }
        Map<String, byte[]> data = new HashMap<>();
        hazard.get("data")
                .properties()
                .forEach(entry ->
                        data.put(entry.getKey(), entry.getValue().asText().getBytes(StandardCharsets.UTF_8)));
        try {
            return "rendered NAME " + GoTemplate.parse("k", template).render(data).length;
        } catch (TemplateException e) {
            return "stopped NAME " + e.publicMessage().replace('\n', ' ');
        }
    }
}
