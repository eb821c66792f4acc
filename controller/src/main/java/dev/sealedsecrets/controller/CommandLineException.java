package dev.sealedsecrets.controller;

/** A command line that is not understood: usage and message go to standard error, the exit status is 2. */
public final class CommandLineException extends Exception {
    private static final long serialVersionUID = 1L;

    CommandLineException(String message) {
        super(message);
    }
}
