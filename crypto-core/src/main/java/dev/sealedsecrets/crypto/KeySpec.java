package dev.sealedsecrets.crypto;

import java.time.Duration;

/**
 * What a new sealing key is to be like.
 *
 * @param bits length of the modulus, 2048 to 16384; 4096 is usual
 * @param validity how long the certificate is to be valid, in whole seconds and above zero; parts of a second are dropped
 * @param commonName the CN of subject and issuer; empty for no name at all, which is usual
 */
public record KeySpec(int bits, Duration validity, String commonName) {
    private static final int MINIMUM_BITS = 2048;
    private static final int MAXIMUM_BITS = 16384;

    /** Refuses lengths that are insecure or that the JDK does not make. */
    public KeySpec {
        if (bits < MINIMUM_BITS || bits > MAXIMUM_BITS) {
            throw new IllegalArgumentException("a sealing key has " + MINIMUM_BITS + " to " + MAXIMUM_BITS + " bits");
        }
        if (validity.toSeconds() <= 0) {
            throw new IllegalArgumentException("a sealing certificate is valid for a second or more");
        }
    }
}
