package dev.sealedsecrets.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The standard streams that may be a terminal.
 *
 * <p>The JDK only tells whether input and output are one together. The launcher says it for each stream, in a system property
 * ({@code kubeseal.stdin.terminal}, {@code kubeseal.stderr.terminal}: true or false). Without it, Linux tells what the stream
 * is connected to; elsewhere the JDK's answer has to do.
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
        return System.console() != null;
    }
}
