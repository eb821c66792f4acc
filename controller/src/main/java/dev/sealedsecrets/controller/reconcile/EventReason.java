package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.observe.UnsealErrorReason;

/** Reasons of events, which are interface (compatibility contract, events). */
enum EventReason {
    UNSEALED("Unsealed", "Normal"),
    /** Own: entries with random or clock functions have new values. */
    RENDERED("Rendered", "Normal"),
    /** Own: workloads that use the Secret were restarted. */
    RESTARTED("Restarted", "Normal"),
    /** Own: an edit of the Secret is reported and left. */
    DRIFTED("Drifted", "Warning"),
    /** Own: somebody else keeps changing the Secret, and restoring it is put off. */
    FOUGHT_OVER("FoughtOver", "Warning"),
    UNSEAL_FAILED("ErrUnsealFailed", "Warning"),
    UPDATE_FAILED("ErrUpdateFailed", "Warning");

    private final String text;
    private final String type;

    EventReason(String text, String type) {
        this.text = text;
        this.type = type;
    }

    static EventReason of(Failure failure) {
        return failure.reason() == UnsealErrorReason.UNSEAL ? UNSEAL_FAILED : UPDATE_FAILED;
    }

    /** As events and conditions have it. */
    String text() {
        return text;
    }

    /** {@code Normal} or {@code Warning}. */
    String type() {
        return type;
    }
}
