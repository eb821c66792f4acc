package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.client.CertificateText;
import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.http.HttpAnswer;
import dev.sealedsecrets.client.http.HttpFailure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The controller's endpoints, reached through the API server's service proxy: one read of the Service, whose first port is
 * used, then one request per call. For one thread.
 */
public final class ControllerClient {

    private static final String PEM = "application/x-pem-file, */*";
    private static final String JSON = "application/json, */*";

    private final ApiServer server;
    private final ControllerAddress controller;
    private @Nullable String portName;

    /** Calls to the controller behind this Service. */
    public ControllerClient(ApiServer server, ControllerAddress controller) {
        this.server = server;
        this.controller = controller;
    }

    /**
     * The certificate to seal with. Where the Service or its proxy is forbidden or failing, the ConfigMap of the same name with
     * {@code -cert} is asked for it.
     */
    public CertificateText certificate() throws ClientException {
        try {
            HttpAnswer service = server.get(controller.servicePath(), PEM);
            if (!service.isSuccess()) {
                ClientException refused = serviceRefused(service, new NearbyServices(server).hints(service));
                return fallback(service).orElseThrow(() -> refused);
            }
            portName = ServicePort.nameOf(service, controller);
        } catch (HttpFailure e) {
            throw serviceFailed(e.getMessage(), List.of());
        }
        try {
            HttpAnswer certificate = server.get(controller.proxyPath(portName) + "/v1/cert.pem", PEM);
            if (certificate.isSuccess()) {
                return new CertificateText(certificate.body());
            }
            ClientException refused =
                    new ClientException("cannot fetch certificate: " + ApiCause.of(certificate, request("get")));
            return fallback(certificate).orElseThrow(() -> refused);
        } catch (HttpFailure e) {
            throw new ClientException("cannot fetch certificate: " + e.getMessage());
        }
    }

    /**
     * Asks whether the controller can open a SealedSecret.
     *
     * @param json the object as compact JSON
     * @return false if it cannot
     */
    public boolean canOpen(String json) throws ClientException {
        HttpAnswer answer = post("/v1/verify", json, "cannot validate sealed secret: ");
        if (answer.status() == 409) {
            return false;
        }
        if (!answer.isSuccess()) {
            throw new ClientException(
                    "cannot validate sealed secret: " + withoutVerdict(ApiCause.of(answer, request("post"))));
        }
        return true;
    }

    /**
     * Has the items of a SealedSecret sealed again with the newest key.
     *
     * @param json the object as compact JSON
     * @return the object in JSON as the controller gave it back
     */
    public byte[] reEncrypt(String json) throws ClientException {
        HttpAnswer answer = post("/v1/rotate", json, "cannot re-encrypt secret: ");
        if (answer.status() == 409) {
            throw new ClientException("unable to rotate secret");
        }
        if (!answer.isSuccess()) {
            throw new ClientException("cannot re-encrypt secret: " + ApiCause.of(answer, request("post")));
        }
        return answer.body();
    }

    private HttpAnswer post(String endpoint, String json, String failure) throws ClientException {
        if (portName == null) {
            portName = findPort();
        }
        try {
            return server.post(controller.proxyPath(portName) + endpoint, JSON, json);
        } catch (HttpFailure e) {
            throw new ClientException(failure + e.getMessage());
        }
    }

    private String findPort() throws ClientException {
        try {
            HttpAnswer service = server.get(controller.servicePath(), JSON);
            if (!service.isSuccess()) {
                throw serviceRefused(service, List.of());
            }
            return ServicePort.nameOf(service, controller);
        } catch (HttpFailure e) {
            throw serviceFailed(e.getMessage(), List.of());
        }
    }

    private Optional<CertificateText> fallback(HttpAnswer refusal) {
        return new CertificateConfigMap(server, controller).after(refusal);
    }

    private String request(String verb) {
        return verb + " services " + controller.proxied(portName == null ? "" : portName);
    }

    private ClientException serviceRefused(HttpAnswer answer, List<String> hints) {
        return serviceFailed(ApiCause.of(answer, "get services " + controller.name()), hints);
    }

    private static ClientException serviceFailed(String cause, List<String> hints) {
        return new ClientException(
                "cannot get sealed secret service: " + cause
                        + ".\nPlease, use the flag --controller-name and --controller-namespace to set up the name and namespace of "
                        + "the sealed secrets controller",
                hints);
    }

    /** Callers take these words for a verdict on the object; a failure must not look like one. */
    private static String withoutVerdict(String cause) {
        return cause.contains("unable to decrypt") ? "the request failed" : cause;
    }
}
