package dev.sealedsecrets.controller.cluster;

/** The process does not run in a cluster. Nothing to wait for. */
public final class NoClusterException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String PREFIX = "unable to load in-cluster configuration, ";

    NoClusterException(String reason) {
        super(PREFIX + reason);
    }

    NoClusterException(String reason, Exception cause) {
        super(PREFIX + reason, cause);
    }
}
