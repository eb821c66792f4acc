package dev.sealedsecrets.cli;

import java.util.List;

/** The flags that choose a cluster and override its kubeconfig, as kubectl has them. */
final class ConnectionFlags {

    static final Flag KUBECONFIG = Flag.text("kubeconfig", "Kubeconfig file; wins over KUBECONFIG");
    static final Flag CONTEXT = Flag.text("context", "Context of the kubeconfig");
    static final Flag CLUSTER = Flag.text("cluster", "Cluster of the kubeconfig");
    static final Flag USER = Flag.text("user", "User of the kubeconfig");
    static final Flag NAMESPACE = Flag.text("namespace", "Namespace of the Secret; never that of the controller")
            .or("n");
    static final Flag SERVER = Flag.text("server", "Address of the API server");
    static final Flag TOKEN = Flag.text("token", "Bearer token for the API server");
    static final Flag USERNAME = Flag.text("username", "User name for basic authentication");
    static final Flag PASSWORD = Flag.text("password", "Password for basic authentication");
    static final Flag CERTIFICATE_AUTHORITY =
            Flag.text("certificate-authority", "File with the certificates to trust the API server by");
    static final Flag CLIENT_CERTIFICATE = Flag.text("client-certificate", "File with the client's TLS certificate");
    static final Flag CLIENT_KEY = Flag.text("client-key", "File with the client's TLS key");
    static final Flag TLS_SERVER_NAME =
            Flag.text("tls-server-name", "Name to expect in the API server's certificate instead of its host name");
    static final Flag PROXY_URL = Flag.text("proxy-url", "Proxy to the API server: http:// or socks5://");
    static final Flag AS = Flag.text("as", "User to impersonate");
    static final Flag AS_UID = Flag.text("as-uid", "UID to impersonate");
    static final Flag AS_GROUP =
            Flag.of("as-group", FlagType.LIST, "", "Group to impersonate; may be repeated, commas do not separate");
    static final Flag INSECURE_SKIP_TLS_VERIFY =
            Flag.onOff("insecure-skip-tls-verify", "Accept any certificate of the API server: insecure");
    static final Flag DISABLE_COMPRESSION =
            Flag.onOff("disable-compression", "Do not ask the API server for compressed answers");
    static final Flag REQUEST_TIMEOUT = Flag.of(
            "request-timeout",
            FlagType.TEXT,
            "0",
            "Time limit of a request: seconds, or a number with a unit such as 2m; 0 is none");

    static final List<Flag> ALL = List.of(
            KUBECONFIG,
            CONTEXT,
            CLUSTER,
            USER,
            NAMESPACE,
            SERVER,
            TOKEN,
            USERNAME,
            PASSWORD,
            CERTIFICATE_AUTHORITY,
            CLIENT_CERTIFICATE,
            CLIENT_KEY,
            TLS_SERVER_NAME,
            PROXY_URL,
            AS,
            AS_UID,
            AS_GROUP,
            INSECURE_SKIP_TLS_VERIFY,
            DISABLE_COMPRESSION,
            REQUEST_TIMEOUT);

    private ConnectionFlags() {}
}
