package dev.sealedsecrets.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.template.limit.TemplateLimits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class GoTemplatePropertyTest {
    private static final TemplateLimits TIGHT =
            TemplateLimits.defaults().withSteps(100_000).withOutput(10_000);
    private static final Map<String, byte[]> DATA = Map.of(
            "a", "alpha".getBytes(StandardCharsets.UTF_8), "secret", "MARKED-VALUE".getBytes(StandardCharsets.UTF_8));

    /** What a template gives with fixed randomness and time: its output, or the text of its failure. */
    private static String outcome(String template, long seed) {
        TemplateSettings settings = new TemplateSettings(TIGHT, new Random(seed), InstantSource.fixed(Instant.EPOCH));
        try {
            byte[] output = GoTemplate.parse("k", template, settings).render(DATA);
            assertThat(output.length).isLessThanOrEqualTo(10_000);
            return new String(output, StandardCharsets.ISO_8859_1);
        } catch (TemplateException e) {
            assertThat(e.publicMessage()).startsWith("template: k").doesNotContain("MARKED-VALUE");
            return String.valueOf(e.getMessage());
        }
    }

    @Property(tries = 3000)
    void wellFormedTemplatesEndWithinTheirLimitsAndAlwaysTheSameWay(@ForAll long seed) {
        String template = new RandomTemplates(seed).template();
        String first = outcome(template, seed);
        String second = outcome(template, seed);
        // Dates read from the clock carry a mark of the monotonic clock, which goes on.
        if (!template.contains("now")) {
            assertThat(second).as(template).isEqualTo(first);
        }
    }

    @Property(tries = 3000)
    void anyTextRendersOrFailsWithATemplateException(@ForAll @StringLength(max = 60) String text) {
        assertThat(outcome("{{ " + text, 1)).isNotNull();
        assertThat(outcome(text, 1)).isNotNull();
    }

    @Property(tries = 3000)
    void damagedTemplatesRenderOrFailWithATemplateException(@ForAll long seed, @ForAll int position) {
        String template = new RandomTemplates(seed).template();
        int at = Math.floorMod(position, template.length());
        String damaged = template.substring(0, at) + template.substring(Math.min(template.length(), at + 2));
        assertThat(outcome(damaged, seed)).isNotNull();
    }

    @Property(tries = 1000)
    void textWithoutActionsComesOutAsItIs(@ForAll @StringLength(max = 80) String text) throws TemplateException {
        String plain = text.replace("{{", "").replace("\uD800", "");
        byte[] expected = plain.getBytes(StandardCharsets.UTF_8);
        if (!plain.contains("{{")) {
            assertThat(GoTemplate.parse("k", plain).render(Map.of())).isEqualTo(expected);
        }
    }
}
