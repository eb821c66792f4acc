package dev.sealedsecrets.controller;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.sealedsecrets.crypto.RsaEngine;
import java.security.SecureRandom;

/**
 * Chooses what does the private key operations: the native code of the Amazon Corretto Crypto Provider where it loads and passes a
 * test, four times as fast as the JDK, else the JDK (docs/decisions/0603).
 */
final class FastestRsa {
    private FastestRsa() {}

    /** The engine of this machine. Loads a native library, from the folder for temporary files, and makes a key to test with. */
    static RsaEngine engine(SecureRandom random) {
        try {
            AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            if (provider.getLoadingError() == null) {
                return RsaEngine.overRawRsa(provider, random).orElse(RsaEngine.JDK);
            }
        } catch (LinkageError e) {
            // There is no library for this platform.
        }
        return RsaEngine.JDK;
    }
}
