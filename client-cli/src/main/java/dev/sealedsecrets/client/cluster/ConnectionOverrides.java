package dev.sealedsecrets.client.cluster;

import java.time.Duration;

/**
 * What a caller sets over the kubeconfig. The empty text means: as the kubeconfig has it.
 *
 * @param kubeconfig a file that must exist and is read alone
 * @param context name of the context instead of the current one
 * @param cluster name of the cluster instead of the context's
 * @param user name of the user instead of the context's
 * @param server address of the API server
 * @param tls trust and name of the server, certificate of the client
 * @param credentials token, or user name and password
 * @param impersonation user, UID and groups to act as
 * @param proxyUrl proxy to the API server
 * @param disableCompression whether answers over TLS are to come uncompressed
 * @param requestTimeout text of a {@link RequestTimeout}
 */
public record ConnectionOverrides(
        String kubeconfig,
        String context,
        String cluster,
        String user,
        String server,
        Tls tls,
        Credentials credentials,
        Impersonation impersonation,
        String proxyUrl,
        boolean disableCompression,
        String requestTimeout) {

    /** Nothing set. */
    public static ConnectionOverrides none() {
        return new ConnectionOverrides(
                "",
                "",
                "",
                "",
                "",
                new Tls("", "", "", "", false),
                Credentials.NONE,
                Impersonation.NONE,
                "",
                false,
                "");
    }

    /** The time limit of requests; zero for none. */
    Duration timeout() throws KubeconfigException {
        return RequestTimeout.parse(requestTimeout);
    }

    /**
     * TLS settings; files are relative to the working directory.
     *
     * @param insecureSkipVerify whether any server is accepted; false: as the kubeconfig has it
     */
    public record Tls(
            String certificateAuthority,
            String clientCertificate,
            String clientKey,
            String serverName,
            boolean insecureSkipVerify) {}
}
