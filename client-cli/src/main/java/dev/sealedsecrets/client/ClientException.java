package dev.sealedsecrets.client;

import java.util.List;

/**
 * An operation that could not be carried out because of its input, a file, a certificate or the cluster.
 *
 * <p>The message is meant for users: lower case, no full stop, names the file, document or field; it holds no secret
 * value. Where the original has a text for the failure, the message is that text. Hints are remedies, one line each.
 */
public final class ClientException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> hints;

    /** A failure without further advice. */
    public ClientException(String message) {
        this(message, List.of());
    }

    /** A failure with hints, one line each. */
    public ClientException(String message, List<String> hints) {
        super(message);
        this.hints = List.copyOf(hints);
    }

    /** What the user may do about it; may be empty. */
    public List<String> hints() {
        return hints;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
