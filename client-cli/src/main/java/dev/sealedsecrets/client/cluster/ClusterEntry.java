package dev.sealedsecrets.client.cluster;

import org.jspecify.annotations.Nullable;

/**
 * A cluster of a kubeconfig; the empty text where a field is not set.
 *
 * @param server address of the API server
 * @param authority certificates to trust it by; null for the platform's
 * @param tlsServerName name to expect in its certificate
 */
record ClusterEntry(
        String server,
        @Nullable PemSource authority,
        boolean insecureSkipTlsVerify,
        String tlsServerName,
        String proxyUrl,
        boolean disableCompression) {

    static final ClusterEntry EMPTY = new ClusterEntry("", null, false, "", "", false);
}
