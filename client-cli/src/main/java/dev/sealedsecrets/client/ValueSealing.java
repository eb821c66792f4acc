package dev.sealedsecrets.client;

import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.Sealer;
import dev.sealedsecrets.crypto.SealingCertificate;
import dev.sealedsecrets.crypto.UnusableKeyException;
import java.security.SecureRandom;

/** Seals single values, to be put into a SealedSecret by hand. */
public final class ValueSealing {

    private final Sealer sealer;
    private final SealingCertificate certificate;

    /**
     * Seals for the owner of this certificate's key; its dates have been looked at.
     *
     * @param random source of session keys
     */
    public ValueSealing(SecureRandom random, SealingCertificate certificate) {
        this.sealer = new Sealer(random);
        this.certificate = certificate;
    }

    /** The item of a value, which may be empty, in base64 on one line. */
    public String seal(byte[] value, Label label) throws ClientException {
        try {
            return sealer.seal(value, label, certificate.publicKey()).toBase64();
        } catch (UnusableKeyException e) {
            throw new ClientException(String.valueOf(e.getMessage()));
        }
    }
}
