package dev.sealedsecrets.controller.keys;

import dev.sealedsecrets.crypto.Fingerprint;
import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.crypto.SealingCertificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The keys at one moment. Immutable, and itself until the keys change: compare by identity. */
public final class KeySnapshot {
    /** No key at all. */
    public static final KeySnapshot EMPTY = new KeySnapshot(KeyRing.of(List.of()), new TreeMap<>(), null, List.of());

    private final KeyRing ring;
    private final NavigableMap<Instant, Fingerprint> newestSince;
    private final @Nullable ActiveKey newest;
    private final List<SealingCertificate> certificates;

    /**
     * A moment's keys.
     *
     * @param newestSince the keys by the time since when each was the newest; not changed any more
     * @param certificates one for each key that its certificate belongs to
     */
    KeySnapshot(
            KeyRing ring,
            NavigableMap<Instant, Fingerprint> newestSince,
            @Nullable ActiveKey newest,
            List<SealingCertificate> certificates) {
        this.ring = ring;
        this.newestSince = newestSince;
        this.newest = newest;
        this.certificates = List.copyOf(certificates);
    }

    /** All keys, to open with. */
    public KeyRing ring() {
        return ring;
    }

    /**
     * All keys, to open an object with that was made at this time: the key that was the newest then is tried first, because most
     * people seal with the newest.
     */
    public KeyRing ringFor(Instant created) {
        Map.Entry<Instant, Fingerprint> then = newestSince.floorEntry(created);
        return then == null ? ring : ring.startingWith(then.getValue());
    }

    /** The certificates of the keys, each once. */
    public List<SealingCertificate> certificates() {
        return certificates;
    }

    /** The key to seal with. */
    public Optional<ActiveKey> newest() {
        return Optional.ofNullable(newest);
    }
}
