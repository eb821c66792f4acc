package dev.sealedsecrets.template.limit;

/**
 * What is left of the limits of one parse or rendering. Whoever makes, copies or walks something asks here first, so that
 * memory and time are never used before they are granted. For one thread.
 */
public final class Budget {
    /** Nesting of expressions, blocks and values that is always refused. */
    public static final int MAX_NESTING = 20_000;

    /** Nesting up to which the caller's own stack is used; a level takes less than 2 KiB. */
    private static final int SHALLOW_NESTING = 100;

    private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 4096;
    private static final int WORK_BETWEEN_LOOKS_AT_THE_CLOCK = 1_000_000;
    private static final int BYTES_PER_STEP = 64;

    private final Allowance allowance;
    private final TemplateLimits limits;
    private final boolean deepStack;
    private final long outputAtStart;
    private long stepsLeft;
    private long nextLook;
    private long growthLeft;
    private long regexLeft;
    private long nextLookOfRegex;
    private int nesting;

    private Budget(Allowance allowance, boolean deepStack) {
        this.allowance = allowance;
        this.limits = allowance.limits();
        this.deepStack = deepStack;
        this.outputAtStart = allowance.outputLeft();
        this.stepsLeft = limits.steps();
        this.nextLook = stepsLeft;
        this.growthLeft = limits.growth();
        this.regexLeft = limits.regex();
        this.nextLookOfRegex = regexLeft;
    }

    /** The full budget; its time starts now. */
    public static Budget of(TemplateLimits limits) {
        return of(Allowance.of(limits));
    }

    /** A budget whose time, output and expensive operations come out of what several share. */
    public static Budget of(Allowance allowance) {
        return new Budget(allowance, false);
    }

    /** The budget for starting over on a deep stack: time and keys already used stay used. */
    Budget forDeepStack() {
        allowance.restoreOutput(outputAtStart);
        return new Budget(allowance, true);
    }

    /** The limits this budget started from. */
    public TemplateLimits limits() {
        return limits;
    }

    /** Takes one step. */
    public void step() {
        steps(1);
    }

    /** Takes steps. */
    public void steps(long count) {
        if (count > stepsLeft) {
            throw exceeded("steps", limits.steps());
        }
        stepsLeft -= count;
        if (stepsLeft < nextLook) {
            nextLook = stepsLeft - STEPS_BETWEEN_LOOKS_AT_THE_CLOCK;
            lookAtTheClock();
        }
    }

    private void lookAtTheClock() {
        if (allowance.isTimeOver()) {
            throw new LimitExceeded(
                    "template limit exceeded: time of " + limits.time().toMillis() + " ms");
        }
    }

    /** Takes the steps for handling so many bytes. */
    public void bytes(long count) {
        steps(1 + count / BYTES_PER_STEP);
    }

    /** Asks for a text of so many bytes that is about to be made. */
    public void text(long bytes) {
        checkText(bytes);
        grow(bytes);
    }

    /** Refuses a text that would be too long, without taking anything yet. */
    public void checkText(long bytes) {
        if (bytes > limits.text()) {
            throw exceeded("bytes of a text", limits.text());
        }
    }

    /** Asks for so many elements of lists or maps, with the memory each takes in bytes. */
    public void elements(long count, int bytesEach) {
        if (count > limits.growth() / bytesEach) {
            throw exceeded("bytes of texts and lists", limits.growth());
        }
        grow(count * bytesEach);
    }

    private void grow(long bytes) {
        if (bytes > growthLeft) {
            throw exceeded("bytes of texts and lists", limits.growth());
        }
        growthLeft -= bytes;
        bytes(bytes);
    }

    /** Asks for output. */
    public void output(long bytes) {
        if (!allowance.takeOutput(bytes)) {
            throw exceeded("bytes of output", limits.output());
        }
        bytes(bytes);
    }

    /** Asks for work of a regular expression: instructions of its program, each for one byte. */
    public void regex(long instructions) {
        if (instructions > regexLeft) {
            throw exceeded("regular expression work", limits.regex());
        }
        regexLeft -= instructions;
        if (regexLeft < nextLookOfRegex) {
            nextLookOfRegex = regexLeft - WORK_BETWEEN_LOOKS_AT_THE_CLOCK;
            lookAtTheClock();
        }
    }

    /** Makes sure that the stack holds recursion of a depth known in advance, of which this class does not see each level. */
    public void requireStack(int levels) {
        if (levels > SHALLOW_NESTING && !deepStack) {
            throw new DeepStackNeeded();
        }
    }

    /** Asks for expensive operations: key generation, bcrypt, scrypt. */
    public void keys(int count) {
        if (!allowance.takeKeys(count)) {
            throw exceeded("keys and password hashes", limits.keys());
        }
        lookAtTheClock();
    }

    /** Goes one level deeper into something nested; {@link #leave} comes back out. */
    public void enter() {
        nesting++;
        if (nesting > SHALLOW_NESTING && !deepStack) {
            throw new DeepStackNeeded();
        }
        if (nesting > MAX_NESTING) {
            throw exceeded("levels of nesting", MAX_NESTING);
        }
    }

    /** Comes back from the level that {@link #enter} went into. */
    public void leave() {
        nesting--;
    }

    /** The level reached, to come back to with {@link #unwind} after a failure that is caught. */
    public int nesting() {
        return nesting;
    }

    /** Comes back to a level. */
    public void unwind(int level) {
        nesting = level;
    }

    private static LimitExceeded exceeded(String what, long limit) {
        return new LimitExceeded("template limit exceeded: more than " + limit + " " + what);
    }
}
