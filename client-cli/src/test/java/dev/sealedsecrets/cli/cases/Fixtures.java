package dev.sealedsecrets.cli.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The files of the cases. */
final class Fixtures {

    private Fixtures() {}

    /** The folder with the cases of kubeseal. */
    static Path cases() {
        return resource("kubeseal");
    }

    static Path file(String name) {
        return resource("fixtures").resolve(name);
    }

    static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path resource(String name) {
        URL url = Objects.requireNonNull(Fixtures.class.getResource("/cases/" + name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
