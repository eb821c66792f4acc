package dev.sealedsecrets.cli;

import java.util.ArrayList;
import java.util.List;

/** The flags of {@code kubeseal keys}: those of the cluster, but for the namespace of a Secret, which plays no part. */
final class KeysFlags {
    static final List<Flag> ALL = all();

    private KeysFlags() {}

    private static List<Flag> all() {
        List<Flag> flags = new ArrayList<>(List.of(CommandFlags.CONTROLLER_NAMESPACE, CommandFlags.HELP));
        flags.addAll(ConnectionFlags.ALL);
        flags.remove(ConnectionFlags.NAMESPACE);
        return List.copyOf(flags);
    }
}
