package dev.sealedsecrets.resource;

/** Text that is not JSON, so that it may still be YAML. */
final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    private final DocumentException reason;

    MalformedJsonException(DocumentException reason) {
        super(reason);
        this.reason = reason;
    }

    DocumentException asDocumentException() {
        return reason;
    }
}
