package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.crypto.SealingCertificate;
import org.jspecify.annotations.Nullable;

/**
 * A sealing key of a controller, without its secrets.
 *
 * @param secret name of the Secret that holds the key
 * @param certificate of the key; its dates are about when the key was made and when it is not sealed with any more. Null if it
 *     cannot be read, as the controller cannot either
 */
public record SealingKeyEntry(String secret, @Nullable SealingCertificate certificate) {

    /** {@code SHA256:…}; the empty text without certificate. */
    public String fingerprint() {
        return certificate == null ? "" : certificate.fingerprint().text();
    }
}
