package dev.sealedsecrets.crypto;

import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/**
 * A private key that unseals, with its public half.
 *
 * <p>Guarantees: the numbers of the key are consistent with each other; nothing public gives out private numbers, and {@link
 * #toString()} shows the fingerprint only. Does not guarantee that the key is long enough to be used: keys below 1024 bits load
 * and open nothing. Does not wipe memory: the JDK's key objects cannot be.
 *
 * <p>Immutable and thread-safe.
 */
public final class SealingKey {
    /** Longest PEM text that is read, in characters: far above a 16384 bit key with a chain of certificates beside it. */
    private static final int MAXIMUM_TEXT = 1 << 20;

    private final RSAPrivateKey privateKey;
    private final RSAPublicKey publicKey;
    private final Fingerprint fingerprint;

    SealingKey(RSAPrivateKey privateKey, RSAPublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.fingerprint = Fingerprint.of(publicKey);
    }

    /**
     * Reads the first private key of a PEM text. Blocks of other types and blocks that do not parse are passed over. The type
     * of a block decides how it is read: {@code RSA PRIVATE KEY} is PKCS#1, {@code PRIVATE KEY} is PKCS#8, {@code EC PRIVATE
     * KEY} is SEC 1. Encrypted keys do not parse.
     *
     * @throws KeyFormatException if there is none, if the first one is not an RSA key, or if the text has more than 2^20
     *     characters
     */
    public static SealingKey parsePem(String pem) throws KeyFormatException {
        if (pem.length() <= MAXIMUM_TEXT) {
            PemText text = new PemText(pem);
            for (Optional<PemBlock> block = text.next(); block.isPresent(); block = text.next()) {
                Optional<SealingKey> key = keyIn(block.get());
                if (key.isPresent()) {
                    return key.get();
                }
            }
        }
        throw KeyFormatException.nothingUsable();
    }

    /** The name of the key pair. */
    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /** The public half. */
    public RSAPublicKey publicKey() {
        return publicKey;
    }

    @Override
    public String toString() {
        return "SealingKey[" + fingerprint.text() + "]";
    }

    /** The key for records about what this key opened. */
    RecordKey recordKey() {
        return RecordKey.derivedFrom(privateKey.getPrivateExponent());
    }

    /** Binds the key to an RSA implementation, or to one that never opens if the key is too short to be used. */
    BlockOpener opener(BlockOpeners implementation) {
        return RsaKeyRules.isLongEnough(publicKey.getModulus())
                ? implementation.forKey(privateKey)
                : (block, label) -> Optional.empty();
    }

    /** PKCS#1 in PEM: the private key itself. */
    String exposePem() {
        try {
            return PemText.write("RSA PRIVATE KEY", Pkcs8.unwrap(privateKey.getEncoded()));
        } catch (MalformedDerException e) {
            throw new IllegalStateException("the JDK encodes private keys as PKCS#8", e);
        }
    }

    /** The key in a block; empty if there is none that parses. */
    private static Optional<SealingKey> keyIn(PemBlock block) throws KeyFormatException {
        try {
            PrivateKeyForm form = read(block);
            if (form instanceof ForeignPrivateKey foreign) {
                throw KeyFormatException.notRsa(foreign);
            }
            RsaPrivateNumbers numbers = (RsaPrivateNumbers) form;
            return Optional.of(new SealingKey(numbers.privateKey(), numbers.publicKey()));
        } catch (MalformedDerException e) {
            return Optional.empty();
        }
    }

    private static PrivateKeyForm read(PemBlock block) throws MalformedDerException {
        return switch (block.type()) {
            case "RSA PRIVATE KEY" -> RsaPrivateNumbers.readPkcs1(block.contents());
            case "PRIVATE KEY" -> Pkcs8.read(block.contents());
            case "EC PRIVATE KEY" -> EcPrivateKeyForm.readSec1(block.contents());
            default -> throw new MalformedDerException();
        };
    }
}
