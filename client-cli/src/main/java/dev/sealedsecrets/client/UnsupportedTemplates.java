package dev.sealedsecrets.client;

import dev.sealedsecrets.resource.TemplateFailure;
import dev.sealedsecrets.resource.TemplateRenderer;
import java.util.Map;

/** Refuses every template: an object that needs one does not open. */
public final class UnsupportedTemplates implements TemplateRenderer {

    @Override
    public byte[] render(String name, String text, Map<String, byte[]> values) throws TemplateFailure {
        String message = "template: " + name + ":1: templates are not supported by this version";
        throw new TemplateFailure(message, message);
    }
}
