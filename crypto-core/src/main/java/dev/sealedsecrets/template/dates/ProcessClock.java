package dev.sealedsecrets.template.dates;

/** The monotonic clock that dates read from the system clock print with; its zero is the first use. */
final class ProcessClock {
    private static final long START = System.nanoTime();

    private ProcessClock() {}

    static long nanos() {
        return System.nanoTime() - START + 1;
    }
}
