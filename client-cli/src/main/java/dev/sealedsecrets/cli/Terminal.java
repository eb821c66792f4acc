package dev.sealedsecrets.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whether a standard stream is a terminal. The JDK does not tell it for a single stream.
 *
 * <p>The launcher says it in system properties ({@code kubeseal.stdin.terminal}, {@code kubeseal.stderr.terminal}: true or
 * false). Without them, Linux tells what the stream is connected to; elsewhere it is taken for none, and nothing is said that
 * only people need.
 */
final class Terminal {

    private Terminal() {}

    static boolean isStdin() {
        return isAttached(System.getProperty("kubeseal.stdin.terminal"), Path.of("/proc/self/fd/0"));
    }

    static boolean isStderr() {
        return isAttached(System.getProperty("kubeseal.stderr.terminal"), Path.of("/proc/self/fd/2"));
    }

    /**
     * What the launcher says, else what the stream is connected to.
     *
     * @param told true or false; null if nothing was said
     * @param stream symbolic link to what the stream is connected to; may be missing
     */
    static boolean isAttached(@Nullable String told, Path stream) {
        if (told != null) {
            return told.equals("true");
        }
        if (!Files.isSymbolicLink(stream)) {
            return false;
        }
        try {
            return isTerminal(Files.readSymbolicLink(stream).toString());
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isTerminal(String device) {
        return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
    }
}
