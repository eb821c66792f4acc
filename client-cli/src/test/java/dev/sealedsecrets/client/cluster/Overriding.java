package dev.sealedsecrets.client.cluster;

/** Overrides being put together. */
final class Overriding {

    private String kubeconfig = "";
    private String context = "";
    private String cluster = "";
    private String user = "";
    private String server = "";
    private ConnectionOverrides.Tls tls = ConnectionOverrides.none().tls();
    private Credentials credentials = Credentials.NONE;
    private Impersonation impersonation = Impersonation.NONE;
    private String proxyUrl = "";
    private boolean disableCompression;
    private String requestTimeout = "";

    Overriding kubeconfig(String value) {
        kubeconfig = value;
        return this;
    }

    Overriding context(String value) {
        context = value;
        return this;
    }

    Overriding cluster(String value) {
        cluster = value;
        return this;
    }

    Overriding user(String value) {
        user = value;
        return this;
    }

    Overriding server(String value) {
        server = value;
        return this;
    }

    Overriding authority(String file) {
        tls = new ConnectionOverrides.Tls(
                file, tls.clientCertificate(), tls.clientKey(), tls.serverName(), tls.insecureSkipVerify());
        return this;
    }

    Overriding identity(String certificate, String key) {
        tls = new ConnectionOverrides.Tls(
                tls.certificateAuthority(), certificate, key, tls.serverName(), tls.insecureSkipVerify());
        return this;
    }

    Overriding insecure(boolean value) {
        tls = new ConnectionOverrides.Tls(
                tls.certificateAuthority(), tls.clientCertificate(), tls.clientKey(), tls.serverName(), value);
        return this;
    }

    Overriding credentials(Credentials value) {
        credentials = value;
        return this;
    }

    Overriding impersonation(Impersonation value) {
        impersonation = value;
        return this;
    }

    Overriding proxyUrl(String value) {
        proxyUrl = value;
        return this;
    }

    Overriding disableCompression() {
        disableCompression = true;
        return this;
    }

    Overriding requestTimeout(String value) {
        requestTimeout = value;
        return this;
    }

    ConnectionOverrides done() {
        return new ConnectionOverrides(
                kubeconfig,
                context,
                cluster,
                user,
                server,
                tls,
                credentials,
                impersonation,
                proxyUrl,
                disableCompression,
                requestTimeout);
    }
}
