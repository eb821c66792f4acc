package dev.sealedsecrets.controller.reconcile;

/**
 * Failed attempts in a row, each kind by itself: a short outage must not use up the attempts that a real fault has.
 *
 * @param lasting those with a cause that time does not heal
 * @param passing those with a cause that it may heal
 */
record Attempts(int lasting, int passing) {
    static final Attempts NONE = new Attempts(0, 0);

    /** One more. */
    Attempts plus(RetryClass retry) {
        return retry == RetryClass.TRANSIENT ? new Attempts(lasting, passing + 1) : new Attempts(lasting + 1, passing);
    }

    /** How many of this kind. */
    int of(RetryClass retry) {
        return retry == RetryClass.TRANSIENT ? passing : lasting;
    }
}
