package dev.sealedsecrets.bench;

import dev.sealedsecrets.template.GoTemplate;
import dev.sealedsecrets.template.TemplateException;

/** Renders a configuration template once in a fresh process, and prints how many milliseconds that took. */
public final class FirstRender {
    private FirstRender() {}

    /** Takes no arguments. */
    // A benchmark's result goes to standard output.
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws TemplateException {
        long start = System.nanoTime();
        byte[] output = GoTemplate.parse(ConfigurationTemplate.NAME, ConfigurationTemplate.TEXT)
                .render(ConfigurationTemplate.values());
        long end = System.nanoTime();
        if (output.length == 0) {
            throw new IllegalStateException("rendered nothing");
        }
        System.out.println((end - start) / 1_000_000.0);
    }
}
