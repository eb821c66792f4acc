package dev.sealedsecrets.client.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to a request, whatever its status. */
public final class HttpAnswer {

    private final int status;
    private final String reason;
    private final byte[] body;
    private final @Nullable String retryAfter;

    HttpAnswer(int status, String reason, byte[] body, @Nullable String retryAfter) {
        this.status = status;
        this.reason = reason;
        this.body = body.clone();
        this.retryAfter = retryAfter;
    }

    /** The code, such as 404. */
    public int status() {
        return status;
    }

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The whole body. */
    public byte[] body() {
        return body.clone();
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The header Retry-After, if there is one. */
    public Optional<String> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Status and the usual words for it, such as {@code 404 Not Found}; the body may hold secrets. */
    @Override
    public String toString() {
        return reason.isEmpty() ? Integer.toString(status) : status + " " + reason;
    }
}
