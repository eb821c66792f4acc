package dev.sealedsecrets.cli.cases;

/** A case file that is wrong itself. */
final class CaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaseException(String message) {
        super(message);
    }
}
