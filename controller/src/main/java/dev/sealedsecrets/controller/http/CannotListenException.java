package dev.sealedsecrets.controller.http;

/** An address that a server cannot listen on. The message names the address and the reason. */
public final class CannotListenException extends Exception {
    private static final long serialVersionUID = 1L;

    CannotListenException(ListenAddress address, Throwable cause) {
        super("listen tcp " + address.text() + ": " + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
