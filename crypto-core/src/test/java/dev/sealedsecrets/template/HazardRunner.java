package dev.sealedsecrets.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;

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
            // As often as a template of a size that is not refused for its length alone, and that the heap can hold
            // twice.
            int count = Math.min(hazard.get("repeatTemplate").asInt(), MAX_REPEATS);
            template =
                    template.repeat(count).concat(hazard.path("suffix").asText().repeat(count));
        }
    }
}
