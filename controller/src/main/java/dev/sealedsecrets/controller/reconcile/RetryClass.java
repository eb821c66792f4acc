package dev.sealedsecrets.controller.reconcile;

/** What can help against a failure, and so how often it is worth another attempt. */
enum RetryClass {
    /** The same object, keys and Secret fail in the same way: attempts are counted, then the object is parked. */
    PERMANENT,
    /** Somebody must act first: the object is parked at once. */
    HOPELESS,
    /** Time may help: no answer, too many requests, missing rights, admission. Attempts go on for ever. */
    TRANSIENT
}
