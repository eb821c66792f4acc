package dev.sealedsecrets.controller.keys;

import java.time.Instant;

/** What makes a key the newest: {@code --key-order-priority}. */
public enum KeyOrder {
    /** The start of the certificate's validity. */
    CERT_NOT_BEFORE,
    /** The creation time of the Secret. */
    SECRET_CREATION_TIMESTAMP,
    /** The flag has another value: acts as {@link #CERT_NOT_BEFORE}, and is reported once per key. */
    UNKNOWN;

    Instant timeOf(KeySecret key) {
        return this == SECRET_CREATION_TIMESTAMP
                ? key.created()
                : key.certificate().notBefore();
    }
}
