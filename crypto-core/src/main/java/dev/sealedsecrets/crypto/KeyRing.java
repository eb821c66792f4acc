package dev.sealedsecrets.crypto;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Private keys to try on an item, each once, in the order given. Items name no key.
 *
 * <p>Guarantees: the order of keys does not matter for the result; a key that unwraps the block but fails on the payload does
 * not stop the search; a key below 1024 bits is listed but opens nothing. A failure costs the same work whatever its reason:
 * every key is tried, and one payload is run through AES-GCM even if there was no session key for it.
 *
 * <p>Does not guarantee constant time. How long a success takes says how many keys were tried before, and the padding check and
 * the private key operation are as even as the JDK makes them (it blinds the operation). Do not show the time or the {@link
 * UnsealFailure} to those who may not know whether a label was right.
 *
 * <p>Immutable and thread-safe.
 */
public final class KeyRing {
    private final Map<Fingerprint, BlockOpener> openers;
    private final Map<Fingerprint, SealingKey> keys;

    private KeyRing(Map<Fingerprint, BlockOpener> openers, Map<Fingerprint, SealingKey> keys) {
        this.openers = Collections.unmodifiableMap(openers);
        this.keys = keys;
    }

    /** A ring of these keys; of two keys with one fingerprint the first counts. */
    public static KeyRing of(Collection<SealingKey> keys) {
        return of(keys, RsaEngine.JDK);
    }

    /** A ring of these keys, whose private key operations this engine does. */
    public static KeyRing of(Collection<SealingKey> keys, RsaEngine engine) {
        return of(keys, engine.openers());
    }

    static KeyRing of(Collection<SealingKey> keys, BlockOpeners implementation) {
        Map<Fingerprint, BlockOpener> openers = new LinkedHashMap<>();
        Map<Fingerprint, SealingKey> byFingerprint = new HashMap<>();
        for (SealingKey key : keys) {
            openers.putIfAbsent(key.fingerprint(), key.opener(implementation));
            byFingerprint.putIfAbsent(key.fingerprint(), key);
        }
        return new KeyRing(openers, byFingerprint);
    }

    /** Whether there is no key at all. */
    public boolean isEmpty() {
        return openers.isEmpty();
    }

    /** The fingerprints of the keys, in the order they are tried. */
    public Set<Fingerprint> fingerprints() {
        return openers.keySet();
    }

    /** The same ring with this key tried first; itself if the ring does not have it. */
    public KeyRing startingWith(Fingerprint likely) {
        BlockOpener first = openers.get(likely);
        if (first == null) {
            return this;
        }
        Map<Fingerprint, BlockOpener> reordered = new LinkedHashMap<>();
        reordered.put(likely, first);
        reordered.putAll(openers);
        return new KeyRing(reordered, keys);
    }

    /** The key for records about what a key of this ring opened; empty if the ring does not have it. */
    public Optional<RecordKey> recordKey(Fingerprint fingerprint) {
        return Optional.ofNullable(keys.get(fingerprint)).map(SealingKey::recordKey);
    }

    /** Opens an item with the first key that fits. */
    public UnsealResult unseal(SealedPayload item, Label label) {
        return unseal(item, label, null);
    }

    /**
     * Opens an item with the first key that fits, where one key is tried before the others: items of an object are mostly sealed
     * with the same key.
     *
     * @param likely the key to begin with; null, or one that the ring does not have: in the ring's order
     */
    public UnsealResult unseal(SealedPayload item, Label label, @Nullable Fingerprint likely) {
        Attempt attempt = new Attempt(item, label);
        if (likely != null) {
            BlockOpener opener = openers.get(likely);
            if (opener != null && attempt.with(opener)) {
                return new Opened(attempt.plaintext(), likely);
            }
        }
        for (Map.Entry<Fingerprint, BlockOpener> entry : openers.entrySet()) {
            if (!entry.getKey().equals(likely) && attempt.with(entry.getValue())) {
                return new Opened(attempt.plaintext(), entry.getKey());
            }
        }
        if (attempt.unwrapped) {
            return new NotOpened(UnsealFailure.CORRUPT_PAYLOAD);
        }
        spendTheTimeOfAPayload(item);
        return new NotOpened(UnsealFailure.NO_KEY_MATCHES);
    }

    /** One item tried with one key after the other. */
    private static final class Attempt {
        private final SealedPayload item;
        private final Label label;
        private boolean unwrapped;
        private byte @Nullable [] plaintext;

        Attempt(SealedPayload item, Label label) {
            this.item = item;
            this.label = label;
        }

        boolean with(BlockOpener opener) {
            Optional<SessionKey> found = opener.open(item.block(), label);
            if (found.isEmpty()) {
                return false;
            }
            unwrapped = true;
            plaintext = openPayload(found.get(), item).orElse(null);
            return plaintext != null;
        }

        byte[] plaintext() {
            return Objects.requireNonNull(plaintext);
        }
    }

    private static Optional<byte[]> openPayload(SessionKey found, SealedPayload item) {
        try (SessionKey sessionKey = found) {
            return SingleUseAesGcm.open(sessionKey, item.payload());
        }
    }

    /** Keeps the missing AES-GCM run from telling that no session key was found, and so that the label was wrong. */
    private static void spendTheTimeOfAPayload(SealedPayload item) {
        openPayload(SessionKey.unwrapped(new byte[32]), item);
    }
}
