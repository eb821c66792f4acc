package dev.sealedsecrets.crypto;

/** A text gives no certificate to seal with. The message is the original's where scripts may match it. */
public final class CertificateFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    CertificateFormatException(String message) {
        super(message);
    }
}
