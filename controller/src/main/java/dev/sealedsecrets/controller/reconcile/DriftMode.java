package dev.sealedsecrets.controller.reconcile;

/** What an edit of an owned Secret causes: {@code --drift}. Deleted Secrets come back in all three. */
public enum DriftMode {
    /** The Secret is restored. */
    HEAL,
    /** The status reports it. */
    DETECT,
    /** Nothing. */
    OFF
}
