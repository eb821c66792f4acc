package dev.sealedsecrets.client;

import dev.sealedsecrets.client.cluster.ApiServer;
import dev.sealedsecrets.client.cluster.ClusterAccess;
import dev.sealedsecrets.client.cluster.ControllerAddress;
import dev.sealedsecrets.client.cluster.ControllerClient;

/** The certificate that the controller of a cluster seals with now. */
public record ControllerCertificate(ClusterAccess cluster, ControllerAddress controller) implements CertificateSource {

    @Override
    public CertificateText fetch() throws ClientException {
        try (ApiServer server = cluster.connect()) {
            return new ControllerClient(server, controller).certificate();
        }
    }
}
