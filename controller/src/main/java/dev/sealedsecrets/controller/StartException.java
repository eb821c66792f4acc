package dev.sealedsecrets.controller;

/** A start that cannot succeed however long one waits: its message goes to standard error, in one line. */
final class StartException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int WRONG_VALUE = 1;
    private static final int NO_CLUSTER = 2;

    private final int exitStatus;

    private StartException(String message, int exitStatus) {
        super(message);
        this.exitStatus = exitStatus;
    }

    /** A flag has a value of the right kind that does not work. */
    static StartException ofFlag(Flag<?> flag, String problem) {
        return new StartException("--" + flag.name() + ": " + problem, WRONG_VALUE);
    }

    /** The process is not in a cluster. */
    static StartException noCluster(String problem) {
        return new StartException("unable to load in-cluster configuration, " + problem, NO_CLUSTER);
    }

    /** With which the process ends. */
    int exitStatus() {
        return exitStatus;
    }
}
