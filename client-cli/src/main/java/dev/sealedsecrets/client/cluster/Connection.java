package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.client.http.HttpCall;
import dev.sealedsecrets.client.http.HttpProxy;
import dev.sealedsecrets.client.http.TlsSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach an API server and as whom.
 *
 * @param server base address, without a slash at the end
 * @param timeout of each request; zero for none
 */
record Connection(
        URI server,
        TlsSettings tls,
        Optional<HttpProxy> proxy,
        Credentials credentials,
        Impersonation impersonation,
        boolean compression,
        Duration timeout) {

    private boolean isEncrypted() {
        return "https".equalsIgnoreCase(server.getScheme());
    }

    /** A request to this server with who is asking. Credentials go over TLS only, impersonation always. */
    HttpCall authorized(HttpCall call) {
        HttpCall authorized = call;
        if (isEncrypted()) {
            if (credentials.authorization().isPresent()) {
                authorized = authorized.with(
                        "Authorization", credentials.authorization().get());
            }
            if (!compression) {
                authorized = authorized.with("Accept-Encoding", "identity");
            }
        }
        for (Map.Entry<String, String> header : impersonation.headers()) {
            authorized = authorized.with(header.getKey(), header.getValue());
        }
        return authorized;
    }

    /**
     * The address of a resource; with a time limit it is part of the query, so that the server gives up as well.
     *
     * @param path with percent escapes, starting with a slash
     * @param query without question mark; may be empty
     */
    URI address(String path, String query) {
        String limit = timeout.isZero() ? "" : "timeout=" + RequestTimeout.text(timeout);
        String separator = query.isEmpty() || limit.isEmpty() ? "" : "&";
        String all = query + separator + limit;
        return URI.create(server + path + (all.isEmpty() ? "" : "?" + all));
    }
}
