package dev.sealedsecrets.client.cluster;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.nio.file.Path;
import java.util.Map;

/**
 * What finding and reaching a cluster depends on besides files.
 *
 * @param variables environment variables: KUBECONFIG, proxies, what pods have
 * @param home absolute; {@code .kube/config} is looked for below it
 * @param workingDirectory absolute; names of files are relative to it
 * @param serviceAccount where pods find their token
 * @param interactive whether a credential plugin may ask the user
 */
@SuppressFBWarnings(
        value = "DMI_HARDCODED_ABSOLUTE_FILENAME",
        justification = "Kubernetes mounts it there in every pod")
public record ClusterSurroundings(
        Map<String, String> variables, Path home, Path workingDirectory, Path serviceAccount, boolean interactive) {

    /** Where Kubernetes mounts the service account of a pod. */
    public static final Path POD_SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    /** Copies the variables. */
    public ClusterSurroundings {
        variables = Map.copyOf(variables);
    }

    String variable(String name) {
        return variables.getOrDefault(name, "");
    }
}
