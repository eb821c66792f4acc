package dev.sealedsecrets.controller.http;

import dev.sealedsecrets.resource.SealedSecret;
import java.util.Optional;

/**
 * What the public endpoints serve, as functions of whatever holds the keys. They are called by several threads.
 *
 * @param certificate the certificate to seal with
 * @param verification whether an object opens
 * @param rotation the object sealed anew
 */
public record PublicFunctions(Certificate certificate, Verification verification, Rotation rotation) {
    /** Gives the certificate to seal with. */
    @FunctionalInterface
    public interface Certificate {
        /** PEM of the newest certificate only; nothing without a key. */
        Optional<String> pem();
    }

    /** Tries to open an object. */
    @FunctionalInterface
    public interface Verification {
        /** Whether all items open with the keys of the moment; templates are not rendered. */
        boolean opens(SealedSecret sealed);
    }

    /** Seals an object anew. */
    @FunctionalInterface
    public interface Rotation {
        /** The object with all items sealed for the newest key; nothing if one does not open, or there is no key. */
        Optional<SealedSecret> rotate(SealedSecret sealed);
    }
}
