package dev.sealedsecrets.controller.cluster;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * An API call did not do what it should. The message is the API server's, as other clients show it; it names no values of
 * Secrets, because the API server does not.
 */
public final class ApiFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private static final int TOO_LARGE = HttpURLConnection.HTTP_ENTITY_TOO_LARGE;
    private static final int UNPROCESSABLE = 422;

    /** What can help. */
    public enum Kind {
        /** 409: somebody else was faster, or the object exists already. Read again and decide anew. */
        CONFLICT,
        /** 404: the object is not there; of a creation, its namespace. */
        MISSING,
        /** 400, 413, 422: the API server will not take this object, whenever it comes. */
        REFUSED,
        /** 401, 403: rights or admission are missing, which somebody may change. */
        FORBIDDEN,
        /** No answer, too many requests, an error of the API server: time may help. */
        UNAVAILABLE
    }

    private final Kind kind;

    private ApiFailure(Kind kind, String message, @Nullable KubernetesClientException cause) {
        super(message, cause);
        this.kind = kind;
    }

    static ApiFailure of(KubernetesClientException e) {
        return new ApiFailure(kindOf(e.getCode()), messageOf(e), e);
    }

    static ApiFailure notLeading() {
        return new ApiFailure(Kind.UNAVAILABLE, "another replica leads", null);
    }

    /** What can help. */
    public Kind kind() {
        return kind;
    }

    /** The API server's text. */
    public String text() {
        return String.valueOf(getMessage());
    }

    private static Kind kindOf(int status) {
        return switch (status) {
            case HttpURLConnection.HTTP_CONFLICT -> Kind.CONFLICT;
            case HttpURLConnection.HTTP_NOT_FOUND -> Kind.MISSING;
            case HttpURLConnection.HTTP_BAD_REQUEST, TOO_LARGE, UNPROCESSABLE -> Kind.REFUSED;
            case HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_FORBIDDEN -> Kind.FORBIDDEN;
            default -> Kind.UNAVAILABLE;
        };
    }

    private static String messageOf(KubernetesClientException e) {
        Status status = e.getStatus();
        if (status != null
                && status.getMessage() != null
                && !status.getMessage().isEmpty()) {
            return status.getMessage();
        }
        if (e.getCode() > 0) {
            return "the API server answered with status " + e.getCode();
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getMessage();
        return "no answer from the API server: "
                + (text == null ? root.getClass().getSimpleName() : text);
    }
}
