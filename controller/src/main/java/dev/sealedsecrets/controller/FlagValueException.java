package dev.sealedsecrets.controller;

/** A text that is no value of its flag. The message says why in Go's words and quotes the text. */
final class FlagValueException extends Exception {
    private static final long serialVersionUID = 1L;

    FlagValueException(String message) {
        super(message);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
