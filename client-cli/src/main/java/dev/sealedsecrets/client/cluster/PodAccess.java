package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.client.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cluster and the service account of the pod that the program runs in, if it does. */
final class PodAccess {

    private final ClusterSurroundings surroundings;

    PodAccess(ClusterSurroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Whether this looks like a pod: variables that name the API server, and a token. */
    boolean isPossible() {
        return !surroundings.variable("KUBERNETES_SERVICE_HOST").isEmpty()
                && !surroundings.variable("KUBERNETES_SERVICE_PORT").isEmpty()
                && Files.isRegularFile(file("token"));
    }

    ClusterEntry cluster() {
        String host = surroundings.variable("KUBERNETES_SERVICE_HOST");
        String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        Path authority = file("ca.crt");
        @Nullable PemSource trust = Files.isRegularFile(authority) ? new PemSource.InFile(authority) : null;
        return new ClusterEntry(
                "https://" + bracketed + ":" + surroundings.variable("KUBERNETES_SERVICE_PORT"),
                trust,
                false,
                "",
                "",
                false);
    }

    UserEntry user() {
        return new UserEntry(Credentials.NONE, file("token"), null, null, null, "", Impersonation.NONE);
    }

    /** The namespace of the pod: its variable {@code POD_NAMESPACE}, else that of the service account. */
    Optional<String> namespace() {
        String variable = surroundings.variable("POD_NAMESPACE");
        if (!variable.isEmpty()) {
            return Optional.of(variable);
        }
        try {
            String text = new String(InputFile.bytes(file("namespace")), StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path file(String name) {
        return surroundings.serviceAccount().resolve(name);
    }
}
