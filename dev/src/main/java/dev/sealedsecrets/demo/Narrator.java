package dev.sealedsecrets.demo;

import java.io.PrintStream;

/** Prints the steps of the demo: what happens now, the command that does it, and what came of it. */
final class Narrator {
    private final PrintStream out;
    private int step;

    Narrator(PrintStream out) {
        this.out = out;
    }

    /** Opens the next step. */
    void step(String title) {
        step++;
        out.printf("%n%d. %s%n", step, title);
    }

    /** The command line that a person would type. */
    void command(String line) {
        out.println("   $ " + line);
    }

    /** What a command or the cluster gave, indented. */
    void result(String text) {
        for (String line : text.strip().split("\n", -1)) {
            out.println("     " + line);
        }
    }

    /** A remark. */
    void say(String text) {
        out.println("   " + text);
    }
}
