package dev.sealedsecrets.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** File names of the command line. */
final class FileNames {

    private FileNames() {}

    /** The file that a name means; relative names are relative to the working directory. */
    static Path resolve(CommandEnvironment environment, String name) throws CommandException {
        try {
            return environment.workingDirectory().resolve(name);
        } catch (InvalidPathException e) {
            throw CommandException.failure("not a file name: " + Quoted.of(name));
        }
    }
}
