package dev.sealedsecrets.client.cluster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster, user and namespace a kubeconfig and its overrides come to. The rules and messages are those of kubectl's
 * configuration loading.
 */
final class ConnectionChoice {

    private final Kubeconfig kubeconfig;
    private final ConnectionOverrides overrides;
    private final String contextName;

    ConnectionChoice(Kubeconfig kubeconfig, ConnectionOverrides overrides) {
        this.kubeconfig = kubeconfig;
        this.overrides = overrides;
        this.contextName = overrides.context().isEmpty() ? kubeconfig.currentContext() : overrides.context();
    }

    /** The namespace of the context; the empty text if it has none. */
    String namespace() throws KubeconfigException {
        requireUsable();
        return context().namespace();
    }

    /** Entry of the cluster, with the overrides applied. */
    ClusterEntry cluster() throws KubeconfigException {
        requireExisting();
        requireUsable();
        return overridden(namedCluster());
    }

    /** Entry of the user; overrides are left to the caller. */
    UserEntry user() throws KubeconfigException {
        requireExisting();
        return namedUser();
    }

    /** The cluster entry under the overriding flags. Authority and verification are overridden together: they exclude each other. */
    ClusterEntry overridden(ClusterEntry entry) {
        ConnectionOverrides.Tls tls = overrides.tls();
        boolean trustIsSet = !tls.certificateAuthority().isEmpty() || tls.insecureSkipVerify();
        return new ClusterEntry(
                overrides.server().isEmpty() ? entry.server() : overrides.server(),
                trustIsSet ? null : entry.authority(),
                trustIsSet ? tls.insecureSkipVerify() : entry.insecureSkipTlsVerify(),
                tls.serverName().isEmpty() ? entry.tlsServerName() : tls.serverName(),
                overrides.proxyUrl().isEmpty() ? entry.proxyUrl() : overrides.proxyUrl(),
                overrides.disableCompression() || entry.disableCompression());
    }

    private ContextEntry context() {
        ContextEntry found = kubeconfig.contexts().get(contextName);
        return found == null ? new ContextEntry("", "", "") : found;
    }

    private String clusterName() {
        return overrides.cluster().isEmpty() ? context().cluster() : overrides.cluster();
    }

    private ClusterEntry namedCluster() {
        ClusterEntry found = kubeconfig.clusters().get(clusterName());
        return found == null ? ClusterEntry.EMPTY : found;
    }

    private UserEntry namedUser() {
        String name = overrides.user().isEmpty() ? context().user() : overrides.user();
        UserEntry found = kubeconfig.users().get(name);
        return found == null ? UserEntry.EMPTY : found;
    }

    /** What was named explicitly must be there. */
    private void requireExisting() throws KubeconfigException {
        require(overrides.user(), kubeconfig.users().containsKey(overrides.user()), "auth info");
        require(overrides.context(), kubeconfig.contexts().containsKey(overrides.context()), "context");
        require(overrides.cluster(), kubeconfig.clusters().containsKey(overrides.cluster()), "cluster");
    }

    private static void require(String name, boolean exists, String kind) throws KubeconfigException {
        if (!name.isEmpty() && !exists) {
            throw KubeconfigException.broken(kind + " \"" + name + "\" does not exist");
        }
    }

    private void requireUsable() throws KubeconfigException {
        List<String> problems = new ArrayList<>();
        if (!contextName.isEmpty() && !kubeconfig.contexts().containsKey(contextName)) {
            problems.add("context was not found for specified context: " + contextName);
        }
        ClusterEntry cluster = overridden(namedCluster());
        boolean nothingSet = cluster.equals(ClusterEntry.EMPTY);
        if (nothingSet) {
            problems.add("cluster has no server defined");
        } else if (cluster.server().isEmpty()) {
            String name = clusterName();
            problems.add(
                    name.isEmpty()
                            ? "default cluster has no server defined"
                            : "no server found for cluster \"" + name + "\"");
        }
        if (nothingSet && problems.size() == 1) {
            throw KubeconfigException.missing();
        }
        if (!problems.isEmpty()) {
            @Nullable String only = problems.size() == 1 ? problems.get(0) : null;
            throw KubeconfigException.broken(
                    "invalid configuration: " + (only == null ? "[" + String.join(", ", problems) + "]" : only));
        }
    }
}
