package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.ClientException;
import java.nio.charset.StandardCharsets;

/** Prints a text that needs no work: the version, the help text. */
record PrintText(String text, Output output) implements Command {

    @Override
    public void run() throws CommandException, ClientException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
