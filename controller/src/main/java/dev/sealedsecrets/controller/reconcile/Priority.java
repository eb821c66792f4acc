package dev.sealedsecrets.controller.reconcile;

/** Which of two waiting objects goes first. */
enum Priority {
    /** Somebody just changed something and may be watching. */
    LIVE,
    /** Found at start, tried again, or affected by a new key: there may be thousands. */
    BACKLOG
}
