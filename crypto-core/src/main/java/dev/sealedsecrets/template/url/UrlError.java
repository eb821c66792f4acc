package dev.sealedsecrets.template.url;

/** A text is no URL; the message is Go's, without the URL itself. */
final class UrlError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UrlError(String message) {
        super(message, null, false, false);
    }
}
