package dev.sealedsecrets.client.cluster;

/** The kubeconfig, or what overrides it, describes no usable connection. The message is the one that kubectl gives, where it has one. */
public final class KubeconfigException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean missing;

    private KubeconfigException(String message, boolean missing) {
        super(message);
        this.missing = missing;
    }

    static KubeconfigException broken(String message) {
        return new KubeconfigException(message, false);
    }

    /** There is no kubeconfig, or an empty one, and nothing else that says where the cluster is. */
    static KubeconfigException missing() {
        return new KubeconfigException(
                "invalid configuration: no configuration has been provided, try setting KUBERNETES_MASTER environment variable",
                true);
    }

    /** Whether there is no configuration at all, as opposed to a faulty one. */
    public boolean isMissing() {
        return missing;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
