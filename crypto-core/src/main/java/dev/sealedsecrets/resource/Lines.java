package dev.sealedsecrets.resource;

/** Lines of an input. */
final class Lines {
    private Lines() {}

    /** The line, from 1, of a character. */
    static int at(String text, int index) {
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }
}
