package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.client.http.HttpAnswer;
import dev.sealedsecrets.client.http.HttpFailure;
import dev.sealedsecrets.resource.DocumentException;
import dev.sealedsecrets.resource.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Services that could be the controller's when the one that was asked for does not exist. Whatever goes wrong here stays unsaid. */
final class NearbyServices {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MAX_HINTS = 10;

    private final ApiServer server;

    NearbyServices(ApiServer server) {
        this.server = server;
    }

    /** One hint for each Service that carries the usual label; none unless the answer is 404. */
    List<String> hints(HttpAnswer refusal) {
        List<String> hints = new ArrayList<>();
        if (refusal.status() != 404) {
            return hints;
        }
        try {
            HttpAnswer answer = server.getOnce(
                    "/api/v1/services", "labelSelector=app.kubernetes.io%2Fname%3Dsealed-secrets", PATIENCE);
            if (answer.isSuccess()) {
                for (Tree item : JsonAnswer.fields(answer).items("items")) {
                    Fields metadata = Fields.of("items", item).mapping("metadata");
                    if (hints.size() < MAX_HINTS) {
                        hints.add("there is a Service that could be meant: --controller-name " + metadata.text("name")
                                + " --controller-namespace " + metadata.text("namespace"));
                    }
                }
            }
        } catch (HttpFailure | DocumentException | Fields.WrongShape e) {
            return List.of();
        }
        return hints;
    }
}
