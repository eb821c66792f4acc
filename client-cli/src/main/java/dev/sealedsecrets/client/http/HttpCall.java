package dev.sealedsecrets.client.http;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request.
 *
 * @param method GET or POST
 * @param headers in order; a name may occur several times
 * @param body JSON text of a POST; null for a GET. Never part of {@link #toString}
 * @param timeout for the whole exchange, redirects and answer included; zero for none
 */
public record HttpCall(
        String method,
        URI uri,
        List<Map.Entry<String, String>> headers,
        @Nullable String body,
        Duration timeout) {

    /** Copies the headers. */
    public HttpCall {
        headers = List.copyOf(headers);
    }

    /** A GET without headers of its own. */
    public static HttpCall get(URI uri, Duration timeout) {
        return new HttpCall("GET", uri, List.of(), null, timeout);
    }

    /** A POST of a JSON text. */
    public static HttpCall post(URI uri, String json, Duration timeout) {
        return new HttpCall("POST", uri, List.of(), json, timeout);
    }

    /** This request with a further header. */
    public HttpCall with(String header, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(header, value));
        return new HttpCall(method, uri, more, body, timeout);
    }

    /** Method and address; headers and body may hold secrets. */
    @Override
    public String toString() {
        return method + " " + uri;
    }
}
