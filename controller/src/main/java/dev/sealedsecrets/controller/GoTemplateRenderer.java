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
 *
 * @param whenLimited runs when a rendering is stopped by a limit
 */
record GoTemplateRenderer(TemplateSettings settings, Runnable whenLimited) implements TemplateRenderer {
    @Override
    public byte[] render(String name, String text, Map<String, byte[]> values) throws TemplateFailure {
        return forObject().render(name, text, values);
    }

    @Override
    public boolean isRepeatable(String name, String text) {
        return forObject().isRepeatable(name, text);
    }

    @Override
    public TemplateRenderer forObject() {
        return new OneObject(settings, Allowance.of(settings.limits()), whenLimited);
    }

    private record OneObject(TemplateSettings settings, Allowance allowance, Runnable whenLimited)
            implements TemplateRenderer {
        @Override
        public byte[] render(String name, String text, Map<String, byte[]> values) throws TemplateFailure {
            try {
                return GoTemplate.parse(name, text, settings, allowance).render(values, allowance);
            } catch (TemplateException e) {
                if (e.isLimit()) {
                    whenLimited.run();
                }
                throw new TemplateFailure(String.valueOf(e.getMessage()), e.publicMessage());
            }
        }

        @Override
        public boolean isRepeatable(String name, String text) {
            try {
                return GoTemplate.parse(name, text, settings, allowance).isDeterministic();
            } catch (TemplateException e) {
                return true;
            }
        }
    }
}
