package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.ClientException;

/** One thing that kubeseal does, with everything it needs. */
@FunctionalInterface
interface Command {

    /** Does it; on failure nothing has been written. */
    void run() throws CommandException, ClientException;
}
