package dev.sealedsecrets.cli;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/**
 * Everything a run of kubeseal takes from the process around it, so that a run can be repeated inside another program.
 *
 * @param stdin read to its end where a command takes its input from it; never closed
 * @param stdout receives the result and nothing else; flushed at the end, never closed
 * @param stderr receives notices and errors; flushed at the end, never closed
 * @param variables the environment variables
 * @param workingDirectory absolute; relative file names are resolved against it
 * @param home absolute; {@code .kube/config} is looked for below it
 * @param stdinIsTerminal whether somebody types the input
 * @param stderrIsTerminal whether somebody reads the notices
 * @param clock decides what is expired
 * @param random source of session keys
 */
@SuppressFBWarnings(
        value = "EI_EXPOSE_REP",
        justification = "streams and randomness are shared with the surroundings: that is what this record is for")
public record CommandEnvironment(
        InputStream stdin,
        OutputStream stdout,
        OutputStream stderr,
        Map<String, String> variables,
        Path workingDirectory,
        Path home,
        boolean stdinIsTerminal,
        boolean stderrIsTerminal,
        Clock clock,
        SecureRandom random) {

    /** Copies the variables. */
    public CommandEnvironment {
        variables = Map.copyOf(variables);
    }
}
