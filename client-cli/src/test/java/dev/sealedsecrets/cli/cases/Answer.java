package dev.sealedsecrets.cli.cases;

import java.time.Duration;
import java.util.Map;

/**
 * What the stub of the API server says to one request.
 *
 * @param body a text with placeholders
 * @param delay how long the client is kept waiting
 */
record Answer(int status, String body, String type, Duration delay, Map<String, String> headers) {

    static Answer ok(String type, String body) {
        return new Answer(200, body, type, Duration.ZERO, Map.of());
    }

    static Answer notFound() {
        String status = """
                {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure",\
                "message":"the stub has no answer for this path","reason":"NotFound","code":404}""";
        return new Answer(404, status, "application/json", Duration.ZERO, Map.of());
    }
}
