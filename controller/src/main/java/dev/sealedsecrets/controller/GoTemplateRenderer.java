package dev.sealedsecrets.controller;

import dev.sealedsecrets.resource.TemplateFailure;
import dev.sealedsecrets.resource.TemplateRenderer;
import dev.sealedsecrets.template.GoTemplate;
import dev.sealedsecrets.template.TemplateException;
import dev.sealedsecrets.template.TemplateSettings;
import dev.sealedsecrets.template.limit.Allowance;
import java.util.Map;

/**
 * Renders the entries of {@code spec.template.data} as Go templates. Time, output and new keys are limited for all entries of
 * an object together, the rest for each entry.
 */
final class GoTemplateRenderer implements TemplateRenderer {
    private final TemplateSettings settings;

    GoTemplateRenderer(TemplateSettings settings) {
        this.settings = settings;
    }

    @Override
    public byte[] render(String name, String text, Map<String, byte[]> values) throws TemplateFailure {
        return forObject().render(name, text, values);
    }

    @Override
    public TemplateRenderer forObject() {
        Allowance allowance = Allowance.of(settings.limits());
        return (name, text, values) -> {
            try {
                return GoTemplate.parse(name, text, settings, allowance).render(values, allowance);
            } catch (TemplateException e) {
                throw new TemplateFailure(String.valueOf(e.getMessage()), e.publicMessage());
            }
        };
    }
}
