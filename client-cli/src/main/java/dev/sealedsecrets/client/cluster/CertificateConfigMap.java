package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.client.CertificateRules;
import dev.sealedsecrets.client.CertificateText;
import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.http.HttpAnswer;
import dev.sealedsecrets.client.http.HttpFailure;
import dev.sealedsecrets.resource.DocumentException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The controller's certificate in a ConfigMap, for users who cannot reach the Service. Whatever goes wrong here stays unsaid. */
final class CertificateConfigMap {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ApiServer server;
    private final ControllerAddress controller;

    CertificateConfigMap(ApiServer server, ControllerAddress controller) {
        this.server = server;
        this.controller = controller;
    }

    /** The certificate, asked for only after a refusal that it can make up for: 403 and 5xx. */
    Optional<CertificateText> after(HttpAnswer refusal) {
        if (refusal.status() != 403 && refusal.status() < 500) {
            return Optional.empty();
        }
        try {
            HttpAnswer answer = server.getOnce(controller.configMapPath(), "", PATIENCE);
            if (!answer.isSuccess()) {
                return Optional.empty();
            }
            String pem = JsonAnswer.fields(answer).mapping("data").text("cert.pem");
            CertificateText text = new CertificateText(pem.getBytes(StandardCharsets.UTF_8));
            text.verbatim(CertificateRules.USUAL);
            return Optional.of(text);
        } catch (HttpFailure | DocumentException | Fields.WrongShape | ClientException e) {
            return Optional.empty();
        }
    }
}
