package dev.sealedsecrets.controller.keys;

import dev.sealedsecrets.crypto.KeyRing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys at one moment. Immutable, and itself until the keys change: compare by identity. */
public final class KeySnapshot {
    /** No key at all. */
    public static final KeySnapshot EMPTY = new KeySnapshot(KeyRing.of(List.of()), null);

    private final KeyRing ring;
    private final @Nullable ActiveKey newest;

    KeySnapshot(KeyRing ring, @Nullable ActiveKey newest) {
        this.ring = ring;
        this.newest = newest;
    }

    /** All keys, to open with. */
    public KeyRing ring() {
        return ring;
    }

    /** The key to seal with. */
    public Optional<ActiveKey> newest() {
        return Optional.ofNullable(newest);
    }
}
