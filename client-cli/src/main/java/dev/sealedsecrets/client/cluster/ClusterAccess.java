package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.client.ClientException;

/**
 * The cluster that a kubeconfig, or the pod around the program, leads to. Files are read when a method needs them, so that a
 * fault in them matters only then.
 */
public final class ClusterAccess {

    private final ClusterSurroundings surroundings;
    private final ConnectionOverrides overrides;

    /** Access as these overrides and surroundings have it. */
    public ClusterAccess(ClusterSurroundings surroundings, ConnectionOverrides overrides) {
        this.surroundings = surroundings;
        this.overrides = overrides;
    }

    /**
     * The namespace of the context, {@code default} if it has none, or that of the pod where there is no kubeconfig.
     *
     * @throws KubeconfigException when there is neither ({@link KubeconfigException#isMissing}), or the kubeconfig is faulty
     */
    public String namespace() throws KubeconfigException {
        PodAccess pod = new PodAccess(surroundings);
        try {
            String namespace = choice().namespace();
            return namespace.isEmpty() ? "default" : namespace;
        } catch (KubeconfigException e) {
            if (e.isMissing() && pod.isPossible()) {
                return pod.namespace().orElse("default");
            }
            throw e;
        }
    }

    /**
     * Prepares calls to the API server; nothing is sent yet, but a credential plugin may run.
     *
     * @throws ClientException when the configuration leads nowhere
     */
    public ApiServer connect() throws ClientException {
        try {
            Connection connection = new ConnectionBuilder(surroundings, overrides).build(choice());
            return ApiServer.open(connection, time -> Thread.sleep(time.toMillis()));
        } catch (KubeconfigException e) {
            throw new ClientException(e.getMessage());
        }
    }

    private ConnectionChoice choice() throws KubeconfigException {
        return new ConnectionChoice(new KubeconfigFiles(surroundings).read(overrides.kubeconfig()), overrides);
    }
}
