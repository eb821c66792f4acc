package dev.sealedsecrets.controller.keys;

import dev.sealedsecrets.crypto.Fingerprint;
import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.crypto.RsaEngine;
import dev.sealedsecrets.crypto.SealingCertificate;
import dev.sealedsecrets.crypto.SealingKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys in use.
 *
 * <p>Keys are told apart by fingerprint: one key in two Secrets is one key. The newest is the one with the greatest time
 * of {@link KeyOrder}; of several with the same, the first loaded. A key that was generated here counts from the moment
 * it was made, not from its certificate's whole second, so that it is the newest at once. Thread-safe; listeners run in
 * the thread that changes the keys.
 */
public final class KeyRegistry {
    private final KeyOrder order;
    private final Supplier<RsaEngine> engine;
    private final Map<Fingerprint, Instant> generatedHere = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private List<KeySecret> keys = List.of();
    private volatile KeySnapshot current = KeySnapshot.EMPTY;

    /**
     * A registry without keys.
     *
     * @param engine does the private key operations; asked for when there are keys
     */
    public KeyRegistry(KeyOrder order, Supplier<RsaEngine> engine) {
        this.order = order;
        this.engine = engine;
    }

    /** The keys now. */
    public KeySnapshot current() {
        return current;
    }

    /** Has an action run after each change of the keys. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** These are all keys there are, oldest Secret first. */
    synchronized void replace(List<KeySecret> loaded) {
        publish(loaded);
    }

    /** Adds a key that was made just now. */
    synchronized void addGenerated(KeySecret key, Instant now) {
        generatedHere.put(key.fingerprint(), now);
        List<KeySecret> all = new ArrayList<>(keys);
        all.add(key);
        publish(all);
    }

    /** The time by which the newest key is the newest; empty if there is none to seal with. */
    synchronized Optional<Instant> newestTime() {
        return newest().map(this::timeOf);
    }

    private void publish(List<KeySecret> loaded) {
        keys = List.copyOf(loaded);
        Map<Fingerprint, SealingKey> byFingerprint = new LinkedHashMap<>();
        NavigableMap<Instant, Fingerprint> newestSince = new TreeMap<>();
        Map<Fingerprint, SealingCertificate> certificates = new LinkedHashMap<>();
        keys.stream().sorted(Comparator.comparing(this::timeOf).reversed()).forEach(key -> {
            if (key.seals()) {
                certificates.putIfAbsent(key.fingerprint(), key.certificate());
            }
            byFingerprint.putIfAbsent(key.fingerprint(), key.key());
            newestSince.put(timeOf(key), key.fingerprint());
        });
        @Nullable
        ActiveKey active = newest().map(key -> new ActiveKey(key.certificate())).orElse(null);
        if (isCurrent(byFingerprint, active)) {
            return;
        }
        current = new KeySnapshot(
                KeyRing.of(byFingerprint.values(), engine.get()),
                newestSince,
                active,
                List.copyOf(certificates.values()));
        listeners.forEach(Runnable::run);
    }

    private boolean isCurrent(Map<Fingerprint, SealingKey> ring, @Nullable ActiveKey active) {
        String pem = active == null ? "" : active.certificatePem();
        return current.ring().fingerprints().equals(ring.keySet())
                && current.newest().map(ActiveKey::certificatePem).orElse("").equals(pem);
    }

    private Optional<KeySecret> newest() {
        KeySecret newest = null;
        for (KeySecret key : keys) {
            if (key.seals() && (newest == null || timeOf(key).isAfter(timeOf(newest)))) {
                newest = key;
            }
        }
        return Optional.ofNullable(newest);
    }

    private Instant timeOf(KeySecret key) {
        Instant generated = generatedHere.get(key.fingerprint());
        return generated == null ? order.timeOf(key) : generated;
    }
}
