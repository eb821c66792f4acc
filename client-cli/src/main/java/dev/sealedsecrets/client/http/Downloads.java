package dev.sealedsecrets.client.http;

import dev.sealedsecrets.client.InputFile;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Downloads from the web: trust of the platform and of {@code SSL_CERT_FILE}, proxy of the environment, no credentials. */
public final class Downloads {

    private final Map<String, String> variables;

    /** Downloads as these environment variables have it. */
    public Downloads(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /**
     * One GET; redirects are followed.
     *
     * @param timeout for all of it
     */
    public HttpAnswer get(URI address, Duration timeout) throws HttpFailure {
        TlsSettings tls = new TlsSettings(platformTrust(variables), null, null);
        try (HttpTransport transport =
                HttpTransport.followingRedirects(tls, new ProxyVariables(variables).proxyFor(address))) {
            return transport.send(HttpCall.get(address, timeout));
        } catch (URISyntaxException e) {
            throw new HttpFailure(String.valueOf(e.getMessage()));
        }
    }

    /** What the platform trusts, and the certificates of the file that {@code SSL_CERT_FILE} names. */
    public static ServerTrust platformTrust(Map<String, String> variables) throws HttpFailure {
        String file = variables.getOrDefault("SSL_CERT_FILE", "");
        if (file.isEmpty()) {
            return new ServerTrust.Platform(List.of());
        }
        try {
            return new ServerTrust.Platform(TlsCertificates.parse(InputFile.bytes(Path.of(file))));
        } catch (IOException | InvalidPathException e) {
            throw new HttpFailure("cannot read SSL_CERT_FILE " + file);
        } catch (CertificateException e) {
            throw new HttpFailure("SSL_CERT_FILE " + file + ": " + e.getMessage());
        }
    }
}
