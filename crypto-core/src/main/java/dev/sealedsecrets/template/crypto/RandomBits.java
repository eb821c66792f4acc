package dev.sealedsecrets.template.crypto;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** The rendering's random generator as the JCA wants it: every bit comes from there, seeds are ignored. */
final class RandomBits extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient RandomGenerator source;

    private RandomBits(RandomGenerator source) {
        super(null, null);
        this.source = source;
    }

    static SecureRandom of(RandomGenerator source) {
        return source instanceof SecureRandom secure ? secure : new RandomBits(source);
    }

    @Override
    public String getAlgorithm() {
        return "rendering";
    }

    @Override
    public void setSeed(long seed) {
        // The source has its own.
    }

    @Override
    public void setSeed(byte[] seed) {
        // The source has its own.
    }

    @Override
    public void nextBytes(byte[] bytes) {
        source.nextBytes(bytes);
    }
}
