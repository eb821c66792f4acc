package dev.sealedsecrets.cli;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The surroundings of this process. */
final class ProcessEnvironment {

    private ProcessEnvironment() {}

    @SuppressFBWarnings(
            value = "ENV_USE_PROPERTY_INSTEAD_OF_ENV",
            justification = "kubectl looks at HOME; the JDK takes the home directory from the user database")
    static CommandEnvironment current() {
        Map<String, String> variables = System.getenv();
        @Nullable String home = variables.get("HOME");
        return new CommandEnvironment(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                variables,
                Path.of("").toAbsolutePath(),
                Path.of(home == null || home.isEmpty() ? System.getProperty("user.home") : home)
                        .toAbsolutePath(),
                Terminal.isStdin(),
                Terminal.isStderr(),
                Clock.systemUTC(),
                new SecureRandom());
    }
}
