package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.InputFile;
import dev.sealedsecrets.client.http.ClientIdentity;
import dev.sealedsecrets.client.http.Downloads;
import dev.sealedsecrets.client.http.HttpFailure;
import dev.sealedsecrets.client.http.HttpProxy;
import dev.sealedsecrets.client.http.ProxyVariables;
import dev.sealedsecrets.client.http.ServerTrust;
import dev.sealedsecrets.client.http.TlsCertificates;
import dev.sealedsecrets.client.http.TlsSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the chosen entries of a kubeconfig into a connection: reads the files that they name, asks credential plugins. */
final class ConnectionBuilder {

    private final ClusterSurroundings surroundings;
    private final ConnectionOverrides overrides;

    ConnectionBuilder(ClusterSurroundings surroundings, ConnectionOverrides overrides) {
        this.surroundings = surroundings;
        this.overrides = overrides;
    }

    Connection build(ConnectionChoice choice) throws KubeconfigException, ClientException {
        ClusterEntry cluster;
        UserEntry user;
        PodAccess pod = new PodAccess(surroundings);
        try {
            cluster = choice.cluster();
            user = choice.user();
        } catch (KubeconfigException e) {
            if (!e.isMissing() || !pod.isPossible()) {
                throw e;
            }
            cluster = choice.overridden(pod.cluster());
            user = pod.user();
        }
        return build(cluster, user);
    }

    private Connection build(ClusterEntry cluster, UserEntry user) throws KubeconfigException, ClientException {
        @Nullable PemSource authority = overriding(overrides.tls().certificateAuthority(), cluster.authority());
        @Nullable PemSource certificate = overriding(overrides.tls().clientCertificate(), user.clientCertificate());
        @Nullable PemSource key = overriding(overrides.tls().clientKey(), user.clientKey());
        URI server = ServerAddress.parse(cluster.server(), authority != null || certificate != null);
        Credentials credentials = credentials(user);
        @Nullable ExecPlugin plugin = user.exec();
        if (credentials.isEmpty() && plugin != null && "https".equals(server.getScheme())) {
            ExecPluginRun.Result provided = new ExecPluginRun(surroundings).run(plugin, cluster);
            credentials = provided.credentials();
            certificate = provided.certificate().orElse(certificate);
            key = provided.key().orElse(key);
        }
        if (credentials.isEmpty() && certificate == null && !user.authProvider().isEmpty()) {
            throw KubeconfigException.broken("no auth provider found for name \"" + user.authProvider()
                    + "\": use a credential plugin (exec) instead");
        }
        return new Connection(
                server,
                new TlsSettings(
                        trust(cluster, authority),
                        identity(certificate, key),
                        cluster.tlsServerName().isEmpty() ? null : cluster.tlsServerName()),
                proxy(cluster, server),
                credentials,
                overrides.impersonation().or(user.impersonation()),
                !cluster.disableCompression(),
                overrides.timeout());
    }

    private @Nullable PemSource overriding(String file, @Nullable PemSource entry) {
        return file.isEmpty()
                ? entry
                : new PemSource.InFile(surroundings.workingDirectory().resolve(file));
    }

    private Credentials credentials(UserEntry user) throws KubeconfigException {
        if (!overrides.credentials().isEmpty()) {
            return overrides.credentials();
        }
        @Nullable Path tokenFile = user.tokenFile();
        if (tokenFile == null) {
            return user.credentials();
        }
        try {
            return Credentials.bearer(new String(InputFile.bytes(tokenFile), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw KubeconfigException.broken("cannot read token file " + tokenFile);
        }
    }

    private ServerTrust trust(ClusterEntry cluster, @Nullable PemSource authority) throws KubeconfigException {
        if (cluster.insecureSkipTlsVerify()) {
            if (authority != null) {
                throw KubeconfigException.broken(
                        "specifying a root certificates file with the insecure flag is not allowed");
            }
            return new ServerTrust.Unverified();
        }
        try {
            if (authority == null) {
                return Downloads.platformTrust(surroundings.variables());
            }
            return new ServerTrust.Only(TlsCertificates.parse(authority.read("certificate-authority")));
        } catch (CertificateException e) {
            throw KubeconfigException.broken("invalid configuration: certificate-authority: " + e.getMessage());
        } catch (HttpFailure e) {
            throw KubeconfigException.broken(e.getMessage());
        }
    }

    private static @Nullable ClientIdentity identity(@Nullable PemSource certificate, @Nullable PemSource key)
            throws KubeconfigException {
        if (certificate == null) {
            return null;
        }
        if (key == null) {
            throw KubeconfigException.broken("invalid configuration: client-key-data or client-key must be specified "
                    + "to use the clientCert authentication method");
        }
        try {
            return ClientIdentity.parse(certificate.read("client-certificate"), key.read("client-key"));
        } catch (GeneralSecurityException e) {
            throw KubeconfigException.broken("invalid configuration: client certificate: " + e.getMessage());
        }
    }

    private Optional<HttpProxy> proxy(ClusterEntry cluster, URI server) throws KubeconfigException {
        try {
            if (!cluster.proxyUrl().isEmpty()) {
                return Optional.of(HttpProxy.parse(cluster.proxyUrl()));
            }
            return new ProxyVariables(surroundings.variables()).proxyFor(server);
        } catch (URISyntaxException e) {
            throw KubeconfigException.broken(String.valueOf(e.getMessage()));
        }
    }
}
