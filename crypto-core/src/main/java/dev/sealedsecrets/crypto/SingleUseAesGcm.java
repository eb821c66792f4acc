package dev.sealedsecrets.crypto;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-GCM (NIST SP 800-38D) with a nonce of twelve zero bytes, a 16 byte tag and no additional data, for keys that encrypt one
 * message in their life.
 *
 * <p>Why the constant nonce is sound here, and nowhere else: GCM needs each pair of key and nonce to be used for at most one
 * message (SP 800-38D section 8). The usual way is one key and many nonces; here it is many keys and one nonce. A pair repeats
 * only if a key does. Keys come from {@link SessionKey#fresh}, 256 random bits that are used by one call of {@link #seal},
 * which {@link SessionKey#forSealingOnce} enforces, and are then overwritten. Two of 2^64 items share a key with a probability
 * below 2^-128. A key that came out of an item, which its sender chose and others may know, is refused for sealing.
 *
 * <p>Guarantees confidentiality and integrity of one message under a fresh key. Does not guarantee anything for a key that is
 * used twice, and does not commit to the key: an item can be built that opens differently under two session keys.
 */
final class SingleUseAesGcm {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int TAG_BYTES = 16;
    private static final int NONCE_BYTES = 12;

    private SingleUseAesGcm() {}

    /** The encrypted bytes followed by the tag. Uses the key up. */
    static byte[] seal(SessionKey key, byte[] plaintext) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key.forSealingOnce()).doFinal(plaintext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not usable", e);
        }
    }

    /** The plaintext; empty if the key has an impossible length, the payload is shorter than a tag, or the tag is wrong. */
    static Optional<byte[]> open(SessionKey key, byte[] payload) {
        if (!key.fitsAes() || payload.length < TAG_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key.forOpening()).doFinal(payload));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not usable", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key) throws GeneralSecurityException {
        Cipher cipher = JdkAlgorithms.cipher(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, new byte[NONCE_BYTES]));
        return cipher;
    }
}
