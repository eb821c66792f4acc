package dev.sealedsecrets.resource;

import java.util.Map;

/**
 * Renders one entry of {@code spec.template.data}. The seam to the template language, which this package does not know.
 */
@FunctionalInterface
public interface TemplateRenderer {
    /**
     * The rendered bytes.
     *
     * @param name key of the entry and name of the template
     * @param text the template
     * @param values what the template sees: plain values by key. Read only; the arrays must not be changed or kept
     * @throws TemplateFailure if the template does not parse or fails; nothing is then written of the whole object
     */
    byte[] render(String name, String text, Map<String, byte[]> values) throws TemplateFailure;

    /**
     * Whether equal values always give equal bytes. Not so for a template that draws random bits or reads the clock; true for one
     * that does not parse.
     */
    default boolean isRepeatable(String name, String text) {
        return true;
    }

    /**
     * A renderer for the entries of one object, one after the other: what bounds the work for an object is counted in it. This
     * renderer itself if it counts nothing.
     */
    default TemplateRenderer forObject() {
        return this;
    }
}
