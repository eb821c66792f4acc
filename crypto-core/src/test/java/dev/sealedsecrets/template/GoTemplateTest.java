package dev.sealedsecrets.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.template.limit.TemplateLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GoTemplateTest {
    private static String render(String template, TemplateSettings settings) throws TemplateException {
        byte[] output = GoTemplate.parse("k", template, settings).render(Map.of("a", new byte[] {(byte) 0xff, 'x'}));
        return new String(output, StandardCharsets.ISO_8859_1);
    }

    private static TemplateSettings limited(TemplateLimits limits) {
        return TemplateSettings.defaults().withLimits(limits);
    }

    @Test
    void bytesThatAreNotTextPassThrough() throws TemplateException {
        assertThat(render("<{{ .a }}>", TemplateSettings.defaults())).isEqualTo("<\u00ffx>");
    }

    @Test
    void aTemplateRendersAnyNumberOfTimes() throws TemplateException {
        GoTemplate template = GoTemplate.parse("k", "{{ $d := dict }}{{ $_ := set $d \"n\" .n }}{{ $d.n }}");
        for (String n : new String[] {"1", "2"}) {
            assertThat(template.render(Map.of("n", n.getBytes(StandardCharsets.UTF_8))))
                    .asString()
                    .isEqualTo(n);
        }
    }

    @Test
    void timeAndRandomnessComeFromTheSettings() throws TemplateException {
        TemplateSettings settings = new TemplateSettings(
                TemplateLimits.defaults(), new Random(7), InstantSource.fixed(Instant.parse("2024-02-29T12:00:00Z")));
        assertThat(render("{{ now | date \"2006-01-02\" }} {{ ago 1709208000 }}", settings))
                .isEqualTo("2024-02-29 0s");
        String template =
                "{{ randAlphaNum 20 }}{{ uuidv4 }}{{ randInt 1 1000 }}{{ shuffle \"abcdef\" }}{{ randBytes 9 }}";
        assertThat(render(template, settings.withLimits(TemplateLimits.defaults())))
                .isNotEqualTo(render(template, settings));
    }

    @Test
    void templatesThatDrawOrReadTheClockAreNotDeterministic() throws TemplateException {
        for (String function :
                new String[] {"now", "uuidv4", "randAlpha 3", "genCA \"x\" 1", "date \"2006\" .a", "bcrypt .a"}) {
            assertThat(GoTemplate.parse("k", "{{ if .a }}{{ " + function + " }}{{ end }}")
                            .isDeterministic())
                    .as(function)
                    .isFalse();
        }
        assertThat(GoTemplate.parse("k", "{{ .a | upper | b64enc }}").isDeterministic())
                .isTrue();
    }

    @Test
    void eachLimitStopsATemplate() {
        TemplateLimits limits = TemplateLimits.defaults();
        assertStopped("{{ range 1000 }}{{ end }}", limits.withSteps(100), "100 steps");
        assertStopped("{{ range 100 }}0123456789{{ end }}", limits.withOutput(500), "500 bytes of output");
        assertStopped(
                "{{ regexMatch \"a*b\" (repeat 999 \"a\") }}", limits.withRegex(100), "100 regular expression work");
        assertStopped("{{ bcrypt \"a\" }}{{ bcrypt \"b\" }}", limits.withKeys(1), "1 keys and password hashes");
        assertStopped("{{ range 1000000 }}{{ end }}", limits.withTime(Duration.ofNanos(1)), "time of 0 ms");
        assertStopped("{{ template \"k\" . }}", limits.withDepth(10), "exceeded maximum template depth (10)");
    }

    private static void assertStopped(String template, TemplateLimits limits, String message) {
        assertThatThrownBy(() -> render(template, limited(limits)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aTemplateThatIsTooLongDoesNotParse() {
        assertThatThrownBy(() -> GoTemplate.parse("k", "x".repeat(13 << 20)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("bytes of a text");
    }

    @Test
    void blocksNestTenThousandDeep() throws TemplateException {
        String deep = "{{ if true }}".repeat(10_000) + "x" + "{{ end }}".repeat(10_000);
        assertThat(render(deep, TemplateSettings.defaults())).isEqualTo("x");
    }

    @Test
    void limitsMustBePositive() {
        assertThatThrownBy(() -> TemplateLimits.defaults().withSteps(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TemplateLimits.defaults().withTime(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anInterruptIsKeptForTheCaller() throws TemplateException {
        String deep = "{{ " + "(".repeat(500) + "1" + ")".repeat(500) + " }}";
        Thread.currentThread().interrupt();
        assertThat(render(deep, TemplateSettings.defaults())).isEqualTo("1");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aBreakInTheElseOfARangeEndsThatRangeOnly() throws TemplateException {
        assertThat(
                        text(
                                "{{ range 2 }}{{ range list }}{{ else }}a{{ if true }}{{ break }}{{ end }}b{{ end }}%{{ end }}ok"))
                .isEqualTo("a%a%ok");
        assertThat(text("{{ range 2 }}{{ range list }}{{ else }}{{ continue }}{{ end }}%{{ end }}ok"))
                .isEqualTo("ok");
        assertThat(text(
                        "{{ range 2 }}{{ range list }}{{ else }}{{ range list }}{{ else }}{{ break }}{{ end }}z{{ end }}"
                                + "%{{ end }}"))
                .isEqualTo("z%z%");
    }

    @Test
    void theVerbOfErrorsTakesTheFlagsOfV() throws TemplateException {
        assertThat(text("{{ printf \"%+with\" 1e21 }}")).isEqualTo("%!w(float64=1e+21)ith");
    }

    private static String text(String template) throws TemplateException {
        return new String(GoTemplate.parse("k", template).render(Map.of()), StandardCharsets.UTF_8);
    }
}
