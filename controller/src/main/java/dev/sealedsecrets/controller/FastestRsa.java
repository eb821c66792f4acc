package dev.sealedsecrets.controller;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.sealedsecrets.crypto.RsaEngine;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Chooses what does the private key operations: the native code of the Amazon Corretto Crypto Provider where it loads and passes a
 * test, four times as fast as the JDK, else the JDK (docs/decisions/0603).
 */
final class FastestRsa {
    private FastestRsa() {}

    /** The engine of this machine. Loads a native library, from the folder for temporary files, and makes a key to test with. */
    static RsaEngine engine(SecureRandom random) {
        try {
            return Native.engine(random).orElse(RsaEngine.JDK);
        } catch (LinkageError e) {
            // There is no library for this platform, or somebody has left the jar out.
            return RsaEngine.JDK;
        }
    }

    /** Apart, because a class that refers to a missing one may not load itself. */
    private static final class Native {
        private Native() {}

        static Optional<RsaEngine> engine(SecureRandom random) {
            AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            return provider.getLoadingError() == null ? RsaEngine.overRawRsa(provider, random) : Optional.empty();
        }
    }
}
