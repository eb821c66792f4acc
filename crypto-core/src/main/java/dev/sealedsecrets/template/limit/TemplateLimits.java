package dev.sealedsecrets.template.limit;

import java.time.Duration;

/**
 * The bounds of one parse and one rendering. Each is a hard stop: the template that meets one fails, with an error that
 * names the limit.
 *
 * @param steps units of work: an action, a loop iteration, a comparison, a few dozen bytes handled
 * @param output bytes a rendering may write
 * @param depth nested template calls
 * @param text bytes of any single text made on the way
 * @param growth bytes of all texts, lists and maps made on the way, freed or not
 * @param regex work of regular expressions: instructions of the program times bytes of input, summed up
 * @param keys expensive operations: key generations, bcrypt, scrypt (a DSA key counts {@value #DSA_COST} times)
 * @param time wall clock time, the last resort; looked at between steps, never inside one expensive operation
 */
public record TemplateLimits(
        long steps, long output, int depth, long text, long growth, long regex, int keys, Duration time) {
    /** What a DSA key counts: its parameters are searched for, which takes several times as long as an RSA key. */
    public static final int DSA_COST = 8;

    private static final TemplateLimits DEFAULTS =
            new TemplateLimits(5_000_000, 4 << 20, 100_000, 12 << 20, 32 << 20, 50_000_000, 4, Duration.ofSeconds(6));

    /** Limits that leave any template of practical use alone and keep a hostile one under a second and 64 MiB. */
    public static TemplateLimits defaults() {
        return DEFAULTS;
    }

    /** Refuses limits that are not positive. */
    public TemplateLimits {
        if (steps <= 0 || output <= 0 || depth <= 0 || text <= 0 || growth <= 0 || regex <= 0 || keys <= 0) {
            throw new IllegalArgumentException("a template limit must be positive");
        }
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("the time limit of templates must be positive");
        }
    }

    /** The same limits with another number of steps. */
    public TemplateLimits withSteps(long newSteps) {
        return new TemplateLimits(newSteps, output, depth, text, growth, regex, keys, time);
    }

    /** The same limits with another size of output; texts and growth widen with it. */
    public TemplateLimits withOutput(long newOutput) {
        return new TemplateLimits(
                steps, newOutput, depth, Math.max(text, newOutput), Math.max(growth, 4 * newOutput), regex, keys, time);
    }

    /** The same limits with another depth of template calls. */
    public TemplateLimits withDepth(int newDepth) {
        return new TemplateLimits(steps, output, newDepth, text, growth, regex, keys, time);
    }

    /** The same limits with another amount of work for regular expressions. */
    public TemplateLimits withRegex(long newRegex) {
        return new TemplateLimits(steps, output, depth, text, growth, newRegex, keys, time);
    }

    /** The same limits with another number of expensive operations. */
    public TemplateLimits withKeys(int newKeys) {
        return new TemplateLimits(steps, output, depth, text, growth, regex, newKeys, time);
    }

    /** The same limits with another time. */
    public TemplateLimits withTime(Duration newTime) {
        return new TemplateLimits(steps, output, depth, text, growth, regex, keys, newTime);
    }
}
