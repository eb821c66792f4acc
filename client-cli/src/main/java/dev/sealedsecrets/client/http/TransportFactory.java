package dev.sealedsecrets.client.http;

import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.internal.tls.OkHostnameVerifier;
import org.jspecify.annotations.Nullable;

/** Makes HTTP clients whose TLS is exactly as asked for: the Kubernetes client has no words for a server name of its own. */
final class TransportFactory extends OkHttpClientFactory {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    private final SSLSocketFactory sockets;
    private final X509TrustManager trust;
    private final TlsSettings tls;
    private final boolean followRedirects;

    private TransportFactory(
            SSLSocketFactory sockets, X509TrustManager trust, TlsSettings tls, boolean followRedirects) {
        this.sockets = sockets;
        this.trust = trust;
        this.tls = tls;
        this.followRedirects = followRedirects;
    }

    static TransportFactory of(TlsSettings tls, boolean followRedirects) throws GeneralSecurityException, IOException {
        @Nullable ClientIdentity identity = tls.identity();
        KeyManager[] keys = identity == null ? new KeyManager[0] : identity.keyManagers();
        TrustManager[] trust = tls.trust().trustManagers();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust, null);
        return new TransportFactory(context.getSocketFactory(), (X509TrustManager) trust[0], tls, followRedirects);
    }

    /** Time limits come with each request, for the whole of it. */
    @Override
    protected OkHttpClient.Builder newOkHttpClientBuilder() {
        OkHttpClient.Builder builder = super.newOkHttpClientBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .followRedirects(followRedirects)
                .followSslRedirects(followRedirects);
        @Nullable String name = tls.serverName();
        if (!tls.trust().verifiesName()) {
            builder.hostnameVerifier((host, session) -> true);
        } else if (name != null) {
            builder.hostnameVerifier((host, session) -> OkHostnameVerifier.INSTANCE.verify(name, session));
        }
        return builder.sslSocketFactory(name == null ? sockets : new NamedServerSockets(sockets, name), trust);
    }
}
