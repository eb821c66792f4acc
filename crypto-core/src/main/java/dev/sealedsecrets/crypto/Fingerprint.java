package dev.sealedsecrets.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Optional;

/**
 * The name of a key pair: {@code SHA256:} and the unpadded base64 of a SHA-256 hash over the public key in the SSH wire form
 * (RFC 4253 section 6.6), as {@code ssh-keygen -l} prints it. Two Secrets with the same key have the same fingerprint. It is
 * not the hash of the certificate or of its SubjectPublicKeyInfo.
 *
 * @param text the whole text, with the prefix
 */
public record Fingerprint(String text) {
    private static final String PREFIX = "SHA256:";
    /** Base64 length of 32 bytes without padding. */
    private static final int HASH_CHARACTERS = 43;

    /** Accepts texts of the right form only. */
    public Fingerprint {
        if (!hasRightForm(text)) {
            throw new IllegalArgumentException("a fingerprint is SHA256: and 43 characters of base64");
        }
    }

    /** The fingerprint with this text; empty if it has another form. */
    public static Optional<Fingerprint> parse(String text) {
        return hasRightForm(text) ? Optional.of(new Fingerprint(text)) : Optional.empty();
    }

    /** The fingerprint of a key pair, from its public half. */
    public static Fingerprint of(RSAPublicKey key) {
        MessageDigest digest = JdkAlgorithms.sha256();
        updateString(digest, "ssh-rsa".getBytes(StandardCharsets.US_ASCII));
        updateInteger(digest, key.getPublicExponent());
        updateInteger(digest, key.getModulus());
        return new Fingerprint(PREFIX + Base64.getEncoder().withoutPadding().encodeToString(digest.digest()));
    }

    /** An mpint (RFC 4251 section 5): the shortest two's complement form, as a string. */
    private static void updateInteger(MessageDigest digest, BigInteger integer) {
        updateString(digest, integer.toByteArray());
    }

    private static void updateString(MessageDigest digest, byte[] bytes) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (bytes.length >> shift));
        }
        digest.update(bytes);
    }

    private static boolean hasRightForm(String text) {
        if (text.length() != PREFIX.length() + HASH_CHARACTERS || !text.startsWith(PREFIX)) {
            return false;
        }
        try {
            return Base64Text.decode(text.substring(PREFIX.length()) + "=").length == 32;
        } catch (IllegalBase64Exception e) {
            return false;
        }
    }
}
