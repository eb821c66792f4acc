package dev.sealedsecrets.controller.keys;

import dev.sealedsecrets.crypto.Fingerprint;
import dev.sealedsecrets.crypto.SealingCertificate;

/** The key that everybody seals with: the newest. Public parts only. */
public record ActiveKey(SealingCertificate certificate) {
    /** The certificate in PEM, alone. */
    public String certificatePem() {
        return certificate.toPem();
    }

    /** The name of the key pair. */
    public Fingerprint fingerprint() {
        return certificate.fingerprint();
    }
}
