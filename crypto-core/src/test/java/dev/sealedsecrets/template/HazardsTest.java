package dev.sealedsecrets.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The contract's hazards, each in a JVM with a heap of 64 MiB that must survive all of them. */
class HazardsTest {
    @Test
    void everyHazardEndsWithAnErrorInASmallHeap() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx64m",
                        "-Xss512k",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HazardRunner.class.getName(),
                        TemplateCase.resource("hazards.json").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output.lines().filter(line -> !line.startsWith("stopped ")).toList())
                .as(output)
                .isEmpty();
        int hazards = TemplateCase.MAPPER
                .readTree(new File(TemplateCase.resource("hazards.json").toString()))
                .size();
        assertThat(output.lines()).hasSize(hazards);
    }
}
