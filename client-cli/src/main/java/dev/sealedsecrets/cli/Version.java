package dev.sealedsecrets.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The version of this build. */
final class Version {

    private Version() {}

    /** Such as {@code v0.1.0}. */
    static String text() {
        try (@Nullable InputStream stream = Version.class.getResourceAsStream("version.txt")) {
            if (stream == null) {
                throw new IllegalStateException("the build has left out version.txt");
            }
            return "v" + new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
