package dev.sealedsecrets.controller;

import dev.sealedsecrets.resource.TemplateFailure;
import dev.sealedsecrets.resource.TemplateRenderer;
import java.util.Map;

/** Refuses every template: objects with {@code spec.template.data} are not unsealed, and their status says why. */
final class RefusedTemplates implements TemplateRenderer {
    @Override
    public byte[] render(String name, String text, Map<String, byte[]> values) throws TemplateFailure {
        String message = "template: " + name + ":1: templates are not supported by this version";
        throw new TemplateFailure(message, message);
    }
}
