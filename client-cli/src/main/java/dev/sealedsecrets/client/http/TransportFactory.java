package dev.sealedsecrets.client.http;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.internal.tls.OkHostnameVerifier;
import org.jspecify.annotations.Nullable;

/** Settings of the HTTP library that the Kubernetes client has no words for. */
final class TransportFactory extends OkHttpClientFactory {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    private final TlsSettings tls;
    private final boolean followRedirects;

    TransportFactory(TlsSettings tls, boolean followRedirects) {
        this.tls = tls;
        this.followRedirects = followRedirects;
    }

    /** Time limits come with each request, for the whole of it. */
    @Override
    protected OkHttpClient.Builder newOkHttpClientBuilder() {
        return super.newOkHttpClientBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .followRedirects(followRedirects)
                .followSslRedirects(followRedirects);
    }

    @Override
    @SuppressFBWarnings(
            value = "WEAK_HOSTNAME_VERIFIER",
            justification = "only where --insecure-skip-tls-verify asks for it")
    protected void additionalConfig(OkHttpClient.Builder builder) {
        if (!tls.trust().verifiesName()) {
            builder.hostnameVerifier((host, session) -> true);
        } else if (tls.serverName() != null) {
            String name = tls.serverName();
            builder.hostnameVerifier((host, session) -> OkHostnameVerifier.INSTANCE.verify(name, session));
        }
        @Nullable SSLSocketFactory sockets = builder.getSslSocketFactoryOrNull$okhttp();
        @Nullable X509TrustManager trust = builder.getX509TrustManagerOrNull$okhttp();
        if (tls.serverName() != null && sockets != null && trust != null) {
            builder.sslSocketFactory(new NamedServerSockets(sockets, tls.serverName()), trust);
        }
    }
}
