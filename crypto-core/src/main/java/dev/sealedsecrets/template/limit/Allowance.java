package dev.sealedsecrets.template.limit;

/**
 * What several parses and renderings may use together: wall time, output and expensive operations. The other limits hold for
 * each of them. The time starts when the allowance is made. For one thread.
 */
public final class Allowance {
    private final TemplateLimits limits;
    private final long deadline;
    private long outputLeft;
    private int keysLeft;

    private Allowance(TemplateLimits limits) {
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.time().toNanos();
        this.outputLeft = limits.output();
        this.keysLeft = limits.keys();
    }

    /** All that the limits allow. */
    public static Allowance of(TemplateLimits limits) {
        return new Allowance(limits);
    }

    TemplateLimits limits() {
        return limits;
    }

    boolean isTimeOver() {
        return System.nanoTime() - deadline > 0;
    }

    long outputLeft() {
        return outputLeft;
    }

    /** Gives back output that was written for nothing. */
    void restoreOutput(long left) {
        outputLeft = left;
    }

    boolean takeOutput(long bytes) {
        if (bytes > outputLeft) {
            return false;
        }
        outputLeft -= bytes;
        return true;
    }

    boolean takeKeys(int count) {
        if (count > keysLeft) {
            return false;
        }
        keysLeft -= count;
        return true;
    }
}
