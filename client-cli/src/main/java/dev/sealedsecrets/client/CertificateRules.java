package dev.sealedsecrets.client;

import dev.sealedsecrets.crypto.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate must be to seal with it.
 *
 * @param pinned the key that it must be for; null: any
 * @param allowExpired whether one that has expired may be used; its key opens as before
 */
public record CertificateRules(@Nullable Fingerprint pinned, boolean allowExpired) {
    /** Any key, not expired. */
    public static final CertificateRules USUAL = new CertificateRules(null, false);
}
