package dev.sealedsecrets.controller.observe;

import java.util.Locale;

/** Why a pass over a SealedSecret failed: the {@code reason} label of {@code unseal_errors_total}. */
public enum UnsealErrorReason {
    /** The SealedSecret could not be read; the namespace label is empty. */
    FETCH,
    /** An item, the template or the form of the object is wrong. */
    UNSEAL,
    /** The Secret belongs to somebody else. */
    UNMANAGED,
    /** The API server refused the Secret. */
    UPDATE,
    /** The API server refused the status. */
    STATUS;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
