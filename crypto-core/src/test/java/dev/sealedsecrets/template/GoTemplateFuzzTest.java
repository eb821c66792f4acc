package dev.sealedsecrets.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sealedsecrets.template.limit.TemplateLimits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;

/**
 * Any bytes as a template. The ordinary build runs the seeds only; with {@code JAZZER_FUZZ=1} in the environment Jazzer searches
 * for further ones.
 */
class GoTemplateFuzzTest {
    private static final TemplateLimits TIGHT =
            TemplateLimits.defaults().withSteps(100_000).withOutput(10_000).withKeys(1);

    private static final Map<String, byte[]> DATA = Map.of(
            "a", "Alpha \u03b2eta kK".getBytes(StandardCharsets.UTF_8), "b", new byte[] {(byte) 0xff, 'b', (byte) 0xc3
            });

    @FuzzTest(maxDuration = "60s")
    void anyTemplateRendersOrFailsWithATemplateException(byte[] template) {
        TemplateSettings settings = new TemplateSettings(TIGHT, new Random(1), InstantSource.fixed(Instant.EPOCH));
        try {
            byte[] output = GoTemplate.parse("k", new String(template, StandardCharsets.UTF_8), settings)
                    .render(DATA);
            assertThat(output.length).isLessThanOrEqualTo(10_000);
        } catch (TemplateException e) {
            assertThat(e.publicMessage()).startsWith("template: ");
        }
    }
}
