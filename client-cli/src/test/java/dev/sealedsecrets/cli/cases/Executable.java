package dev.sealedsecrets.cli.cases;

import java.nio.file.Files;
import java.nio.file.Path;

/** The executable that the build has made, or the one that {@code -Dcases.program=FILE} names, such as the original's. */
final class Executable {

    private Executable() {}

    static Path path() {
        Path path = Path.of(System.getProperty("cases.program", "target/dist/kubeseal"))
                .toAbsolutePath();
        if (!Files.isExecutable(path)) {
            throw new IllegalStateException(
                    path + " cannot be run; the build makes target/dist/kubeseal in its package phase");
        }
        return path;
    }
}
