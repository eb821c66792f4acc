package dev.sealedsecrets.cli.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The folders of one run: working directory, HOME, TMPDIR, and one for what the harness itself keeps. */
record Workplace(Path work, Path realWork, Path home, Path temporary, Path harness) {

    static Workplace in(Path folder) throws IOException {
        return new Workplace(
                Files.createDirectories(folder.resolve("w")),
                folder.toRealPath().resolve("w"),
                Files.createDirectories(folder.resolve("home")),
                Files.createDirectories(folder.resolve("tmp")),
                Files.createDirectories(folder.resolve("harness")));
    }

    /** Where the kubeconfig for the stub is. */
    Path kubeconfig() {
        return home.resolve("kubeconfig");
    }

    /** Puts there what the case wants to be there. */
    void prepare(GoldenCase golden, UnaryOperator<String> placeholders) throws IOException {
        for (String name : golden.folders()) {
            Files.createDirectories(work.resolve(name));
        }
        for (Map.Entry<String, Content> file : golden.files().entrySet()) {
            Path path = work.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue().bytes(placeholders));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
