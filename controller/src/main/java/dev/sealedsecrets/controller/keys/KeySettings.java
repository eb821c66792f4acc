package dev.sealedsecrets.controller.keys;

import dev.sealedsecrets.crypto.KeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the flags say about keys.
 *
 * @param namespace the controller's namespace; nowhere else is a Secret a key
 * @param prefix generateName of new keys, and the name of the legacy key, which has no label
 * @param spec what a new key is like
 * @param renewPeriod zero: no automatic renewal
 * @param order which key is the newest
 * @param cutoff a newest key older than this is replaced at start; null: none is
 * @param labels on new keys, besides the one that makes a Secret a key, which they cannot replace
 * @param annotations on new keys
 */
public record KeySettings(
        String namespace,
        String prefix,
        KeySpec spec,
        Duration renewPeriod,
        KeyOrder order,
        @Nullable Instant cutoff,
        Map<String, String> labels,
        Map<String, String> annotations) {
    public KeySettings {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }
}
