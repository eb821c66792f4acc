package dev.sealedsecrets.blackbox;

/** Waits that a case asks for. */
final class Pauses {
    private Pauses() {}

    static void seconds(double time) {
        try {
            Thread.sleep((long) (time * 1000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
