package dev.sealedsecrets.controller.cluster;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** Failures for tests. */
public final class ApiFailures {
    private ApiFailures() {}

    /** The API server has a problem of its own. */
    public static ApiFailure unavailable() {
        return withStatus(500, "Internal error occurred: failed calling webhook");
    }

    /** The API server answered with this status and text. */
    public static ApiFailure withStatus(int code, String message) {
        Status status = new StatusBuilder().withCode(code).withMessage(message).build();
        return ApiFailure.of(new KubernetesClientException("POST at: https://…", code, status));
    }
}
