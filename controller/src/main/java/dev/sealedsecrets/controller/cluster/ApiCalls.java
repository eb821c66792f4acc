package dev.sealedsecrets.controller.cluster;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.function.Supplier;

/** How every call to the API goes: after waiting for its turn, and with its failures sorted. Thread-safe. */
final class ApiCalls {
    private final CallRules rules;

    ApiCalls(CallRules rules) {
        this.rules = rules;
    }

    /** Reads. */
    <T> T call(Supplier<T> request) throws ApiFailure {
        rules.limit().take();
        return sent(request);
    }

    /** Writes, if this replica may when its turn has come. */
    <T> T write(Supplier<T> request) throws ApiFailure {
        rules.limit().take();
        if (!rules.mayWrite().getAsBoolean()) {
            throw ApiFailure.notLeading();
        }
        return sent(request);
    }

    private static <T> T sent(Supplier<T> request) throws ApiFailure {
        try {
            return request.get();
        } catch (KubernetesClientException e) {
            throw ApiFailure.of(e);
        }
    }
}
