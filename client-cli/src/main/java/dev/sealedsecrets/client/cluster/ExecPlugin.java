package dev.sealedsecrets.client.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program of a kubeconfig that provides credentials (client.authentication.k8s.io).
 *
 * @param command name to look up in PATH, or a file; relative files are relative to the kubeconfig
 * @param environment variables added to those of this process
 * @param interactiveMode {@code Never}, {@code IfAvailable} (also if empty) or {@code Always}
 * @param provideClusterInfo whether the program is told about the cluster
 * @param installHint what to say when there is no such program
 * @param folder of the kubeconfig
 */
record ExecPlugin(
        String apiVersion,
        String command,
        List<String> arguments,
        Map<String, String> environment,
        String interactiveMode,
        boolean provideClusterInfo,
        String installHint,
        Path folder) {

    ExecPlugin {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** The program as the operating system takes it. */
    String program() {
        boolean isFile = command.indexOf('/') >= 0 || command.indexOf('\\') >= 0;
        return isFile ? folder.resolve(command).toString() : command;
    }

    /** Arguments and variables may hold secrets. */
    @Override
    public String toString() {
        return "ExecPlugin[" + command + "]";
    }
}
