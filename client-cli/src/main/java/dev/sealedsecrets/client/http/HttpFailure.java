package dev.sealedsecrets.client.http;

/** No answer came: no connection, no trust, no time left. The message says which, and names the address. */
public final class HttpFailure extends Exception {

    private static final long serialVersionUID = 1L;

    HttpFailure(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
