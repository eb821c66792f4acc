package dev.sealedsecrets.template.json;

/** A text is no JSON; the message is Go's. */
final class JsonFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JsonFailure(String message) {
        super(message, null, false, false);
    }
}
