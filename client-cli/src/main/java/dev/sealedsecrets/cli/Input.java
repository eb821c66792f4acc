package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a command takes its input from: a file that was opened at the start, or standard input. */
final class Input {

    private static final String UNREADABLE = "Could not read file specified with --secret-file";

    private final InputStream stream;
    private final String name;
    private final boolean isFile;
    private final boolean typed;
    private final Notices notices;

    private Input(InputStream stream, String name, boolean isFile, boolean typed, Notices notices) {
        this.stream = stream;
        this.name = name;
        this.isFile = isFile;
        this.typed = typed;
        this.notices = notices;
    }

    /** Standard input. */
    static Input standard(CommandEnvironment environment, Notices notices) {
        return new Input(environment.stdin(), "standard input", false, environment.stdinIsTerminal(), notices);
    }

    /**
     * The file of {@code --secret-file}. The name {@code /dev/stdin} is standard input on every system.
     *
     * @throws CommandException when it cannot be read
     */
    static Input file(String name, CommandEnvironment environment, Notices notices) throws CommandException {
        if (name.equals("/dev/stdin")) {
            return new Input(environment.stdin(), name, false, false, notices);
        }
        try {
            Path file = environment.workingDirectory().resolve(name);
            if (Files.isDirectory(file)) {
                throw CommandException.failure(UNREADABLE, name + " is a directory");
            }
            return new Input(Files.newInputStream(file), name, true, false, notices);
        } catch (IOException | InvalidPathException e) {
            throw CommandException.failure(UNREADABLE, "there is no readable file " + name);
        }
    }

    /** The input as messages name it. */
    String name() {
        return name;
    }

    /**
     * Reads to the end.
     *
     * @param expected what somebody at a terminal is to type
     */
    byte[] read(String expected) throws ClientException {
        if (typed) {
            notices.line("(tty detected: expecting " + expected + " in stdin)");
        }
        byte[] content = InputFile.read(stream, name);
        if (isFile) {
            close();
        }
        return content;
    }

    /** The file may be the one that the result replaces, which not every system does to an open file. */
    private void close() throws ClientException {
        try {
            stream.close();
        } catch (IOException e) {
            throw new ClientException("cannot read " + name + ": " + e.getMessage());
        }
    }

    /** Reads Kubernetes objects. */
    byte[] readObjects() throws ClientException {
        return read("json/yaml k8s resource");
    }
}
