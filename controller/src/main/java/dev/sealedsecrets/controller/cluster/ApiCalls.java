package dev.sealedsecrets.controller.cluster;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.function.Supplier;

/** How every call to the API goes: after waiting for its turn, and with its failures sorted. Thread-safe. */
final class ApiCalls {
    private final TokenBucket limit;

    ApiCalls(TokenBucket limit) {
        this.limit = limit;
    }

    <T> T call(Supplier<T> request) throws ApiFailure {
        limit.take();
        try {
            return request.get();
        } catch (KubernetesClientException e) {
            throw ApiFailure.of(e);
        }
    }
}
