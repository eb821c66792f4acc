package dev.sealedsecrets.crypto;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;

/**
 * Seals plaintexts for the holder of a private key.
 *
 * <p>Guarantees: each item has a session key of its own, which is overwritten afterwards; only a holder of the private key who
 * names the same {@link Label} opens it; every change of the item is noticed. Does not guarantee who sealed an item, that an
 * item is recent, or that its length is hidden: an item is longer than its plaintext by 18 bytes and the width of the modulus.
 *
 * <p>Thread-safe, if the source of randomness is.
 */
public final class Sealer {
    private final SecureRandom random;

    /** A sealer that takes session keys and paddings from this source. */
    @SuppressFBWarnings(value = "EI_EXPOSE_REP2", justification = "a source of randomness is there to be shared")
    public Sealer(SecureRandom random) {
        this.random = random;
    }

    /**
     * Seals one plaintext, which may be empty.
     *
     * @throws UnusableKeyException if the key is too short or has an exponent that is never used
     */
    public SealedPayload seal(byte[] plaintext, Label label, RSAPublicKey key) {
        RsaKeyRules.requireUsable(key);
        try (SessionKey sessionKey = SessionKey.fresh(random)) {
            byte[] block = RsaOaep.wrap(sessionKey, label, key, random);
            return new SealedPayload(block, SingleUseAesGcm.seal(sessionKey, plaintext));
        }
    }
}
