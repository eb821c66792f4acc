package dev.sealedsecrets.controller.keys;

import dev.sealedsecrets.crypto.Fingerprint;
import dev.sealedsecrets.crypto.SealingCertificate;
import dev.sealedsecrets.crypto.SealingKey;
import java.time.Instant;

/**
 * A sealing key as a Secret holds it.
 *
 * @param secretName name of the Secret
 * @param created creation time of the Secret, in whole seconds
 * @param key opens
 * @param certificate seals, and is published while this key is the newest
 */
record KeySecret(String secretName, Instant created, SealingKey key, SealingCertificate certificate) {
    Fingerprint fingerprint() {
        return key.fingerprint();
    }

    /** Whether what is sealed with the certificate opens with the key. */
    boolean seals() {
        return certificate.fingerprint().equals(key.fingerprint());
    }
}
