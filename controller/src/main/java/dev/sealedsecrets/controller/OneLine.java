package dev.sealedsecrets.controller;

/** A text of the command line made fit for a message of one line. */
final class OneLine {
    private static final int LONGEST = 200;

    private OneLine() {}

    /** The text with control characters as {@code ?}, cut after 200 characters. */
    static String of(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
