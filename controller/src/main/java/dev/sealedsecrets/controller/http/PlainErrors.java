package dev.sealedsecrets.controller.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers to requests that the web server itself refuses, such as malformed ones: the status in plain text, nothing of the request. */
final class PlainErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String text = status + " " + HttpStatus.getMessage(status) + "\n";
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answer.PLAIN_TEXT);
        response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
