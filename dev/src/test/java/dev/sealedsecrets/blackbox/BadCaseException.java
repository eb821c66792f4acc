package dev.sealedsecrets.blackbox;

/** The case itself is wrong. */
final class BadCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadCaseException(String message) {
        super(message);
    }
}
