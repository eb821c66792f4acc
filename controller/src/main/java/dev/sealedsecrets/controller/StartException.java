package dev.sealedsecrets.controller;

import dev.sealedsecrets.controller.cluster.NoClusterException;
import dev.sealedsecrets.controller.http.CannotListenException;
import org.jspecify.annotations.Nullable;

/** A start that cannot succeed however long one waits: its message goes to standard error, in one line. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int WRONG_VALUE = 1;
    private static final int NO_CLUSTER = 2;

    private final int exitStatus;

    private StartException(String message, int exitStatus, @Nullable Throwable cause) {
        super(message, cause);
        this.exitStatus = exitStatus;
    }

    /** A flag has a value of the right kind that does not work. */
    static StartException ofFlag(Flag<?> flag, String problem) {
        return new StartException("--" + flag.name() + ": " + problem, WRONG_VALUE, null);
    }

    /** An address is not to be had. */
    static StartException cannotListen(CannotListenException cause) {
        return new StartException(String.valueOf(cause.getMessage()), WRONG_VALUE, cause);
    }

    /** The process is not in a cluster. */
    static StartException noCluster(NoClusterException cause) {
        return new StartException(String.valueOf(cause.getMessage()), NO_CLUSTER, cause);
    }

    /** With which the process ends. */
    public int exitStatus() {
        return exitStatus;
    }
}
