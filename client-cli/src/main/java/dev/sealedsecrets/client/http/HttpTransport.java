package dev.sealedsecrets.client.http;

import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests through the HTTP client of the Kubernetes client: the one class that sees either.
 *
 * <p>Only its transport is used. Its configuration is not: that trusts the JDK's authorities beside the cluster's own,
 * sends tokens over plain HTTP and repeats failed requests by itself. Close the transport: its threads keep a JVM alive.
 */
public final class HttpTransport implements AutoCloseable {

    private static final int MAX_BODY_BYTES = 16 << 20;

    private final HttpClient client;

    private HttpTransport(HttpClient client) {
        this.client = client;
    }

    /** A transport that hands out redirects as answers, as calls to an API server need it. */
    public static HttpTransport withoutRedirects(TlsSettings tls, Optional<HttpProxy> proxy) throws HttpFailure {
        return new HttpTransport(build(tls, proxy, false));
    }

    /** A transport that follows redirects, also between HTTP and HTTPS, as downloads need it. */
    public static HttpTransport followingRedirects(TlsSettings tls, Optional<HttpProxy> proxy) throws HttpFailure {
        return new HttpTransport(build(tls, proxy, true));
    }

    /**
     * Sends the request once and reads the answer to its end.
     *
     * @throws HttpFailure when there is no complete answer
     */
    public HttpAnswer send(HttpCall call) throws HttpFailure {
        HttpRequest.Builder request = client.newHttpRequestBuilder()
                .uri(call.uri())
                .timeout(call.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .header("User-Agent", "kubeseal");
        for (Map.Entry<String, String> header : call.headers()) {
            request.header(header.getKey(), header.getValue());
        }
        if (call.body() != null) {
            request.post("application/json", call.body());
        }
        try {
            HttpResponse<InputStream> response =
                    client.sendAsync(request.build(), InputStream.class).get();
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(MAX_BODY_BYTES + 1);
                if (bytes.length > MAX_BODY_BYTES) {
                    throw new HttpFailure(call + ": the answer is larger than " + (MAX_BODY_BYTES >> 20) + " MiB");
                }
                return new HttpAnswer(
                        response.code(),
                        Optional.ofNullable(response.message()).orElse(""),
                        bytes,
                        response.header("Retry-After"));
            }
        } catch (ExecutionException e) {
            throw FailureWords.of(call, e.getCause());
        } catch (IOException e) {
            throw FailureWords.of(call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HttpFailure(call + ": interrupted");
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static HttpClient build(TlsSettings tls, Optional<HttpProxy> proxy, boolean followRedirects)
            throws HttpFailure {
        HttpClient.Builder builder;
        try {
            builder = TransportFactory.of(tls, followRedirects).newBuilder();
        } catch (GeneralSecurityException | IOException e) {
            throw new HttpFailure("cannot set up TLS: " + e.getMessage());
        }
        builder.tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build());
        if (proxy.isPresent()) {
            useProxy(builder, proxy.get());
        } else {
            builder.proxyType(HttpClient.ProxyType.DIRECT);
        }
        return builder.build();
    }

    private static void useProxy(HttpClient.Builder builder, HttpProxy proxy) {
        builder.proxyType(
                switch (proxy.kind()) {
                    case HTTP -> HttpClient.ProxyType.HTTP;
                    case SOCKS5 -> HttpClient.ProxyType.SOCKS5;
                });
        builder.proxyAddress(InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
        proxy.userInfo().map(HttpClientUtils::basicCredentials).ifPresent(builder::proxyAuthorization);
    }
}
