package dev.sealedsecrets.interop;

import java.nio.file.Path;
import java.util.Objects;

/** The four programs: ours as the build left them, the original's as {@code dev/peers} fetched them. */
final class Programs {
    /** Names the folder with the original's programs. */
    static final String PEERS = "SEALED_SECRETS_PEERS";

    /** Set inside {@code dev/control-plane run}. */
    static final String CONTROL_PLANE = "SEALED_SECRETS_CONTROL_PLANE";

    static final Path ROOT =
            Path.of(Objects.requireNonNull(System.getProperty("project.root"), "project.root is not set"));

    private Programs() {}

    static Program ourKubeseal() {
        return Program.at(ROOT.resolve("client-cli/target/dist/kubeseal"));
    }

    static Path ourController() {
        return ROOT.resolve("controller/target/dist/controller");
    }

    static Program theirKubeseal() {
        return Program.at(peers().resolve("kubeseal"));
    }

    static Path theirController() {
        return peers().resolve("controller");
    }

    private static Path peers() {
        return Path.of(Objects.requireNonNull(System.getenv(PEERS), PEERS));
    }
}
