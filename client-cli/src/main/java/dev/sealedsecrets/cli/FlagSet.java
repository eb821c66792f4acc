package dev.sealedsecrets.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flags that a program knows. */
final class FlagSet {

    private final Map<String, Flag> byName = new LinkedHashMap<>();
    private final Map<String, Flag> byShorthand = new LinkedHashMap<>();

    private FlagSet(List<Flag> flags) {
        for (Flag flag : flags) {
            byName.put(flag.name(), flag);
            if (!flag.shorthand().isEmpty()) {
                byShorthand.put(flag.shorthand(), flag);
            }
        }
    }

    /** All flags of kubeseal. */
    static FlagSet ofKubeseal() {
        List<Flag> flags = new ArrayList<>(CommandFlags.ALL);
        flags.addAll(ConnectionFlags.ALL);
        flags.addAll(LogFlags.ALL);
        return new FlagSet(flags);
    }

    /** The flags of a command with flags of its own. */
    static FlagSet of(List<Flag> flags) {
        return new FlagSet(flags);
    }

    /** The flag with exactly this long name. */
    Optional<Flag> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The flag with this letter. */
    Optional<Flag> withShorthand(String letter) {
        return Optional.ofNullable(byShorthand.get(letter));
    }

    /** All flags, in order of definition. */
    List<Flag> all() {
        return List.copyOf(byName.values());
    }
}
