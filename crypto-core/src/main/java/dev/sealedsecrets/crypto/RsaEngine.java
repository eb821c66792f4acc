package dev.sealedsecrets.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * Does the private key operations of a {@link KeyRing}.
 *
 * <p>Guarantees: engines open the same items. Does not guarantee constant time beyond what the implementation below promises.
 *
 * <p>Immutable and thread-safe.
 */
public final class RsaEngine {

    /** The JDK's own RSA-OAEP, always there. */
    public static final RsaEngine JDK = new RsaEngine("JDK", RsaOaep::opener);

    private static final int SELF_TEST_BITS = 2048;

    private final String name;
    private final BlockOpeners openers;

    private RsaEngine(String name, BlockOpeners openers) {
        this.name = name;
        this.openers = openers;
    }

    /**
     * An engine over another provider's RSA without padding, with the padding removed by Bouncy Castle: for providers that do the
     * bare operation much faster than the JDK but have no OAEP with a label.
     *
     * @return empty unless the engine opens what the JDK sealed, and nothing else, with a key made for the purpose
     */
    public static Optional<RsaEngine> overRawRsa(Provider provider, SecureRandom random) {
        RsaEngine engine = new RsaEngine(provider.getName(), key -> new RawRsaOpener(provider, key));
        try {
            return engine.works(generator(provider), random) ? Optional.of(engine) : Optional.empty();
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The same engine, which runs this action before each private key operation: for counting them. Thread-safe if it is. */
    public RsaEngine observed(Runnable beforeOperation) {
        return new RsaEngine(name, key -> {
            BlockOpener opener = openers.forKey(key);
            return (block, label) -> {
                beforeOperation.run();
                return opener.open(block, label);
            };
        });
    }

    /** What does the work, for logs. */
    public String name() {
        return name;
    }

    BlockOpeners openers() {
        return openers;
    }

    /** That of the provider, if it has one: the JDK's takes a second of a fresh process. */
    private static KeyPairGenerator generator(Provider provider) throws GeneralSecurityException {
        return provider.getService("KeyPairGenerator", "RSA") == null
                ? KeyPairGenerator.getInstance("RSA", JdkAlgorithms.rsaKeys().getProvider())
                : KeyPairGenerator.getInstance("RSA", provider);
    }

    private boolean works(KeyPairGenerator generator, SecureRandom random) throws GeneralSecurityException {
        generator.initialize(SELF_TEST_BITS, random);
        KeyPair pair = generator.generateKeyPair();
        BlockOpener opener = openers.forKey((RSAPrivateKey) pair.getPrivate());
        Label label = Label.of("self/test");
        try (SessionKey sessionKey = SessionKey.fresh(random)) {
            byte[] block = RsaOaep.wrap(sessionKey, label, (RSAPublicKey) pair.getPublic(), random);
            Optional<SessionKey> opened = opener.open(block, label);
            boolean same = opened.isPresent() && Arrays.equals(opened.get().exposeBytes(), sessionKey.exposeBytes());
            return same && opener.open(block, Label.of("another/test")).isEmpty();
        }
    }
}
