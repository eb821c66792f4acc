package dev.sealedsecrets.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What goes to standard error: errors with their hints, and the few notices of the compatibility contract (section 1). */
final class Notices {

    private final PrintStream stream;
    private final boolean terminal;

    Notices(OutputStream stderr, boolean terminal) {
        this.stream = new PrintStream(stderr, true, StandardCharsets.UTF_8);
        this.terminal = terminal;
    }

    /** A line for everybody. */
    void line(String text) {
        stream.print(text + "\n");
    }

    /** A warning, for people only: programs take any text on standard error for a failure. */
    void warning(String text) {
        if (terminal) {
            line("warning: " + text);
        }
    }

    /** The failure that ends the run. */
    void error(CommandException failure) {
        line("error: " + failure.getMessage());
        for (String hint : failure.hints()) {
            line("hint: " + hint);
        }
    }

    /** A fault of the program itself; the only case with a stack trace. */
    void bug(Throwable fault) {
        line("error: internal error: " + fault.getClass().getName());
        for (StackTraceElement element : fault.getStackTrace()) {
            line("\tat " + element);
        }
        line("hint: this is a fault of kubeseal itself; please report it with these lines");
    }
}
