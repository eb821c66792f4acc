package dev.sealedsecrets.cli;

import java.util.List;

/** The kubeseal program. */
public final class Kubeseal {

    private final CommandEnvironment environment;

    /** A program that runs in the given surroundings. */
    public Kubeseal(CommandEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Runs the command line once.
     *
     * @return the exit status: 0 success, 1 failure, 2 usage error
     */
    public int run(List<String> arguments) {
        throw new UnsupportedOperationException(arguments + " " + environment);
    }
}
