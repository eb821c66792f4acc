package dev.sealedsecrets.controller;

import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What the process gives to the controller, so that a test or another program can give something else.
 *
 * @param variables environment variables
 * @param serviceAccount folder with {@code token}, {@code ca.crt} and {@code namespace}
 * @param out standard output
 * @param err standard error
 * @param clock wall-clock time
 * @param random for keys and sealing; must be secure
 * @param nanoTime monotonic time in nanoseconds from an arbitrary origin, for rates and delays
 */
public record ControllerEnvironment(
        Map<String, String> variables,
        Path serviceAccount,
        PrintStream out,
        PrintStream err,
        InstantSource clock,
        SecureRandom random,
        LongSupplier nanoTime) {
    /** Where Kubernetes mounts the service account of a pod. */
    private static final Path MOUNTED_SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    public ControllerEnvironment {
        variables = Map.copyOf(variables);
    }

    /** The environment of this process. */
    public static ControllerEnvironment ofProcess() {
        return new ControllerEnvironment(
                System.getenv(),
                MOUNTED_SERVICE_ACCOUNT,
                System.out,
                System.err,
                InstantSource.system(),
                new SecureRandom(),
                System::nanoTime);
    }
}
