package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.cluster.ClusterAccess;
import dev.sealedsecrets.client.cluster.ClusterSurroundings;
import dev.sealedsecrets.client.cluster.ConnectionOverrides;
import dev.sealedsecrets.client.cluster.Credentials;
import dev.sealedsecrets.client.cluster.Impersonation;
import dev.sealedsecrets.client.cluster.KubeconfigException;
import dev.sealedsecrets.client.cluster.RequestTimeout;
import java.time.Duration;

/** What the flags say about the cluster. */
final class ClusterFlags {

    private static final Duration USUAL_DOWNLOAD_TIMEOUT = Duration.ofSeconds(30);

    private final CommandEnvironment environment;
    private final FlagValues flags;

    ClusterFlags(CommandEnvironment environment, FlagValues flags) {
        this.environment = environment;
        this.flags = flags;
    }

    ClusterAccess access() {
        ClusterSurroundings surroundings = new ClusterSurroundings(
                environment.variables(),
                environment.home(),
                environment.workingDirectory(),
                ClusterSurroundings.POD_SERVICE_ACCOUNT,
                environment.stdinIsTerminal());
        return new ClusterAccess(surroundings, overrides());
    }

    /** The time limit for {@code --cert} URLs. */
    static Duration downloadTimeout(FlagValues flags) throws CommandException {
        try {
            Duration timeout = RequestTimeout.parse(flags.text(ConnectionFlags.REQUEST_TIMEOUT));
            return timeout.isZero() ? USUAL_DOWNLOAD_TIMEOUT : timeout;
        } catch (KubeconfigException e) {
            throw CommandException.failure(e.getMessage());
        }
    }

    private ConnectionOverrides overrides() {
        return new ConnectionOverrides(
                flags.text(ConnectionFlags.KUBECONFIG),
                flags.text(ConnectionFlags.CONTEXT),
                flags.text(ConnectionFlags.CLUSTER),
                flags.text(ConnectionFlags.USER),
                flags.text(ConnectionFlags.SERVER),
                new ConnectionOverrides.Tls(
                        flags.text(ConnectionFlags.CERTIFICATE_AUTHORITY),
                        flags.text(ConnectionFlags.CLIENT_CERTIFICATE),
                        flags.text(ConnectionFlags.CLIENT_KEY),
                        flags.text(ConnectionFlags.TLS_SERVER_NAME),
                        flags.isOn(ConnectionFlags.INSECURE_SKIP_TLS_VERIFY)),
                new Credentials(
                        flags.text(ConnectionFlags.TOKEN),
                        flags.text(ConnectionFlags.USERNAME),
                        flags.text(ConnectionFlags.PASSWORD)),
                new Impersonation(
                        flags.text(ConnectionFlags.AS),
                        flags.text(ConnectionFlags.AS_UID),
                        flags.list(ConnectionFlags.AS_GROUP)),
                flags.text(ConnectionFlags.PROXY_URL),
                flags.isOn(ConnectionFlags.DISABLE_COMPRESSION),
                flags.text(ConnectionFlags.REQUEST_TIMEOUT));
    }
}
