package dev.sealedsecrets.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.resource.TemplateFailure;
import dev.sealedsecrets.resource.TemplateRenderer;
import dev.sealedsecrets.template.TemplateSettings;
import dev.sealedsecrets.template.limit.TemplateLimits;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GoTemplateRendererTest {
    private static final Map<String, byte[]> VALUES = Map.of("pw", "hunter2".getBytes(StandardCharsets.UTF_8));

    private final AtomicInteger limited = new AtomicInteger();

    private GoTemplateRenderer renderer(TemplateLimits limits) {
        return new GoTemplateRenderer(TemplateSettings.defaults().withLimits(limits), limited::incrementAndGet);
    }

    @Test
    void anEntrySeesTheValues() throws TemplateFailure {
        byte[] rendered = renderer(TemplateLimits.defaults()).render("conf", "password={{ .pw | upper }}", VALUES);
        assertThat(rendered).asString(StandardCharsets.UTF_8).isEqualTo("password=HUNTER2");
        assertThat(limited).hasValue(0);
    }

    @Test
    void aFailureQuotesTheValueOnlyInItsFullText() {
        assertThatThrownBy(() -> renderer(TemplateLimits.defaults()).render("conf", "{{ fail .pw }}", VALUES))
                .isInstanceOfSatisfying(TemplateFailure.class, failure -> {
                    assertThat(failure.fullMessage()).endsWith("error calling fail: hunter2");
                    assertThat(failure)
                            .hasMessage("template: conf:1:3: executing \"conf\" at <fail .pw>: error calling fail");
                });
    }

    @Test
    void theEntriesOfAnObjectShareTheOutput() throws TemplateFailure {
        GoTemplateRenderer renderer = renderer(TemplateLimits.defaults().withOutput(10));
        TemplateRenderer first = renderer.forObject();
        assertThat(first.render("a", "12345678", VALUES)).hasSize(8);
        assertThatThrownBy(() -> first.render("b", "123", VALUES))
                .hasMessageContaining("template limit exceeded: more than 10 bytes of output");
        assertThat(renderer.forObject().render("b", "123", VALUES)).hasSize(3);
        assertThat(limited).hasValue(1);
    }

    @Test
    void aTextThatIsTooLongCountsAsALimitAndAFailingFunctionDoesNot() {
        assertThatThrownBy(() -> renderer(TemplateLimits.defaults().withSteps(1000))
                        .render("a", "{{ range $i := until 1000 }}{{ $i }}{{ end }}", VALUES))
                .hasMessageContaining("template limit exceeded");
        assertThat(limited).hasValue(1);
        assertThatThrownBy(() -> renderer(TemplateLimits.defaults()).render("conf", "{{ fail .pw }}", VALUES))
                .isInstanceOf(TemplateFailure.class);
        assertThat(limited).hasValue(1);
    }

    @Test
    void theEntriesOfAnObjectShareTheKeys() throws TemplateFailure {
        TemplateRenderer object =
                renderer(TemplateLimits.defaults().withKeys(1)).forObject();
        assertThat(object.render("a", "{{ genPrivateKey \"ed25519\" }}", VALUES))
                .isNotEmpty();
        assertThatThrownBy(() -> object.render("b", "{{ genPrivateKey \"ed25519\" }}", VALUES))
                .hasMessageContaining("more than 1 keys and password hashes");
    }
}
