package dev.sealedsecrets.template;

import dev.sealedsecrets.template.limit.TemplateLimits;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a template is parsed and rendered with.
 *
 * @param limits the bounds of each parse and each rendering
 * @param random source of the random functions, keys and passwords included: must be cryptographically strong
 * @param clock what the time functions read
 */
public record TemplateSettings(TemplateLimits limits, RandomGenerator random, InstantSource clock) {
    /** Default limits, the platform's secure random numbers, the system clock. */
    public static TemplateSettings defaults() {
        return new TemplateSettings(TemplateLimits.defaults(), new SecureRandom(), InstantSource.system());
    }

    /** The same settings with other limits. */
    public TemplateSettings withLimits(TemplateLimits newLimits) {
        return new TemplateSettings(newLimits, random, clock);
    }
}
