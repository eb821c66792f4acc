package dev.sealedsecrets.cli;

import java.util.List;

/** A run that ends with a message for the user instead of a result. The only exception that {@link Kubeseal} expects. */
final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitStatus;
    private final transient List<String> hints;

    private CommandException(int exitStatus, String message, List<String> hints) {
        super(message);
        this.exitStatus = exitStatus;
        this.hints = List.copyOf(hints);
    }

    /** The command line or a variable that stands for a flag is wrong: exit status 2. */
    static CommandException usage(String message) {
        return new CommandException(2, message, List.of("kubeseal --help lists the flags"));
    }

    /** The command cannot be carried out: exit status 1. */
    static CommandException failure(String message, String... hints) {
        return new CommandException(1, message, List.of(hints));
    }

    /** The client library could not do what was asked: exit status 1. */
    static CommandException failure(String message, List<String> hints) {
        return new CommandException(1, message, hints);
    }

    int exitStatus() {
        return exitStatus;
    }

    /** Remedies, one line each, to be printed after the message. */
    List<String> hints() {
        return hints;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
