package dev.sealedsecrets.client.http;

import java.util.Optional;

/**
 * The answer to a request, whatever its status.
 *
 * @param status the code, such as 404
 * @param reason the usual words for the code, such as Not Found
 * @param body the whole body as UTF-8 text
 * @param retryAfter the header of that name, if there is one
 */
public record HttpAnswer(int status, String reason, String body, Optional<String> retryAfter) {

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Status and reason; the body may hold secrets. */
    @Override
    public String toString() {
        return status + " " + reason;
    }
}
