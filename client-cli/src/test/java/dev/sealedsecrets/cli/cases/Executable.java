package dev.sealedsecrets.cli.cases;

import java.nio.file.Files;
import java.nio.file.Path;

/** The executable that the build has made. */
final class Executable {

    private Executable() {}

    static Path path() {
        Path path = Path.of("target/dist/kubeseal").toAbsolutePath();
        if (!Files.isExecutable(path)) {
            throw new IllegalStateException(path + " is missing: it is made in the package phase");
        }
        return path;
    }
}
