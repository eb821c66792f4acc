package dev.sealedsecrets.crypto;

import java.util.Optional;

/**
 * Unwraps RSA blocks with one private key it is bound to.
 *
 * <p>This and {@link BlockOpeners} are the seam for another RSA implementation: the private key operation is what a controller
 * spends its time on.
 */
@FunctionalInterface
interface BlockOpener {
    /**
     * The session key in a block; empty if this key and label do not fit.
     *
     * <p>The block is read as a big-endian number: one shorter than the modulus is what is left when leading zero bytes are
     * dropped, a longer one never opens, and neither does a number that is not below the modulus. All reasons for not opening
     * look the same to the caller.
     *
     * @param block not changed
     */
    Optional<SessionKey> open(byte[] block, Label label);
}
