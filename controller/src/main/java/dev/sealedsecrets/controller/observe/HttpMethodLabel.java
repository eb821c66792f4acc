package dev.sealedsecrets.controller.observe;

import java.util.Locale;

/** The {@code method} label of the HTTP series: the known methods, anything else is one value, so that callers cannot make series. */
public enum HttpMethodLabel {
    GET,
    PUT,
    HEAD,
    POST,
    DELETE,
    CONNECT,
    OPTIONS,
    TRACE,
    PATCH,
    /** A method that HTTP does not define. */
    UNKNOWN;

    /** The label of a request's method, in any case. */
    public static HttpMethodLabel of(String method) {
        for (HttpMethodLabel known : values()) {
            if (known.name().equalsIgnoreCase(method)) {
                return known;
            }
        }
        return UNKNOWN;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
