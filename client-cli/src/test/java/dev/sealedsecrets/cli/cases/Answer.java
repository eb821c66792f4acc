package dev.sealedsecrets.cli.cases;

import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the stub of the API server says to one request.
 *
 * @param body a text, or a value that is sent as JSON; placeholders are in texts
 * @param delay how long the client is kept waiting
 */
record Answer(int status, Object body, String type, Duration delay, Map<String, String> headers) {

    static Answer ok(String type, Object body) {
        return new Answer(200, body, type, Duration.ZERO, Map.of());
    }

    static Answer notFound() {
        Map<String, Object> status = Map.of(
                "kind", "Status",
                "apiVersion", "v1",
                "metadata", Map.of(),
                "status", "Failure",
                "message", "the stub has no answer for this path",
                "reason", "NotFound",
                "code", 404);
        return new Answer(404, status, "application/json", Duration.ZERO, Map.of());
    }

    /** The body as it is sent. */
    String text(UnaryOperator<String> placeholders) {
        return body instanceof String text ? placeholders.apply(text) : Json.text(Json.withTexts(body, placeholders));
    }
}
