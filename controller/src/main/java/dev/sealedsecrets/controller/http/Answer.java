package dev.sealedsecrets.controller.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer: status, headers and the whole body. Its length is always announced, so that HEAD shows it too. */
final class Answer {
    static final String PLAIN_TEXT = "text/plain; charset=utf-8";

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer text(int status, String text) {
        return of(status, PLAIN_TEXT, text);
    }

    /** Plain text that must not be taken for anything else, as Go's {@code http.Error} sends it. */
    static Answer error(int status, String text) {
        return new Answer(
                status,
                Map.of("Content-Type", PLAIN_TEXT, "X-Content-Type-Options", "nosniff"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    static Answer redirect(int status, String location) {
        return new Answer(status, Map.of("Location", location), new byte[0]);
    }

    /** Sends it. A caller that does not read keeps the thread, up to the timeouts of the server. */
    void writeTo(Context context) {
        HttpServletResponse response = context.res();
        context.status(status);
        response.setContentType(null);
        headers.forEach(response::setHeader);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException e) {
            // The caller has gone, or was cut off: nobody is left to tell.
        }
    }
}
