package dev.sealedsecrets.client;

import dev.sealedsecrets.resource.TemplateFailure;
import dev.sealedsecrets.resource.TemplateRenderer;
import dev.sealedsecrets.template.GoTemplate;
import dev.sealedsecrets.template.TemplateException;
import java.util.Map;

/** Renders the templates of a SealedSecret as the controller does: Go's language with the functions of sprig. */
public final class GoTemplates implements TemplateRenderer {

    @Override
    public byte[] render(String name, String text, Map<String, byte[]> values) throws TemplateFailure {
        try {
            return GoTemplate.parse(name, text).render(values);
        } catch (TemplateException e) {
            throw new TemplateFailure(String.valueOf(e.getMessage()), e.publicMessage());
        }
    }
}
