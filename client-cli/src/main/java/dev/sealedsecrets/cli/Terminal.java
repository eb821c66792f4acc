package dev.sealedsecrets.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The standard streams that may be a terminal.
 *
 * <p>The JDK does not tell it for a single stream. The launcher says it in system properties ({@code kubeseal.stdin.terminal},
 * {@code kubeseal.stderr.terminal}: true or false). Without them, Linux tells what the stream is connected to; elsewhere it is
 * taken for none, and nothing is said that only people need.
 */
enum Terminal {
    STDIN(0),
    STDERR(2);

    private final int descriptor;

    Terminal(int descriptor) {
        this.descriptor = descriptor;
    }

    boolean isAttached() {
        @Nullable
        String told = System.getProperty(this == STDIN ? "kubeseal.stdin.terminal" : "kubeseal.stderr.terminal");
        if (told != null) {
            return told.equals("true");
        }
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return false;
    }
}
