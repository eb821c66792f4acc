package dev.sealedsecrets.controller.http;

/** A request that is answered before it is understood. The message is constant text for the caller and quotes nothing of the request. */
final class RefusedRequestException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int CONTENT_TOO_LARGE = 413;
    private static final int UNAVAILABLE = 503;

    private final int status;
    private final String detail;

    private RefusedRequestException(int status, String message, String detail) {
        super(message);
        this.status = status;
        this.detail = detail;
    }

    static RefusedRequestException tooLarge() {
        return new RefusedRequestException(CONTENT_TOO_LARGE, "request body too large", "");
    }

    static RefusedRequestException tooSlow() {
        return new RefusedRequestException(REQUEST_TIMEOUT, "request body too slow", "");
    }

    static RefusedRequestException unreadable() {
        return new RefusedRequestException(BAD_REQUEST, "request body unreadable", "");
    }

    static RefusedRequestException overloaded() {
        return new RefusedRequestException(UNAVAILABLE, "too many requests in progress", "");
    }

    /** @param detail where the body is wrong, for the log; holds no values */
    static RefusedRequestException notSealedSecret(String detail) {
        return new RefusedRequestException(BAD_REQUEST, "not one SealedSecret of bitnami.com/v1alpha1", detail);
    }

    int status() {
        return status;
    }

    /** The answer's body. */
    String text() {
        return getMessage() + "\n";
    }

    /** The text for the log. */
    String reason() {
        return detail.isEmpty() ? String.valueOf(getMessage()) : getMessage() + ": " + detail;
    }
}
