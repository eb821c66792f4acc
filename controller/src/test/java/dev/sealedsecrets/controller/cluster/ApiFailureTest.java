package dev.sealedsecrets.controller.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiFailureTest {
    @ParameterizedTest
    @CsvSource({
        "400, REFUSED",
        "413, REFUSED",
        "422, REFUSED",
        "401, FORBIDDEN",
        "403, FORBIDDEN",
        "404, MISSING",
        "409, CONFLICT",
        "408, UNAVAILABLE",
        "429, UNAVAILABLE",
        "500, UNAVAILABLE",
        "503, UNAVAILABLE",
        "302, UNAVAILABLE"
    })
    void failuresAreSortedByWhatHelps(int status, ApiFailure.Kind kind) {
        assertThat(ApiFailures.withStatus(status, "text").kind()).isEqualTo(kind);
    }

    @Test
    void theTextIsThatOfTheApiServer() {
        assertThat(ApiFailures.withStatus(422, "Secret \"s\" is invalid").text())
                .isEqualTo("Secret \"s\" is invalid");
    }

    @Test
    void anAnswerWithoutTextIsNamedByItsStatus() {
        ApiFailure failure = ApiFailure.of(new KubernetesClientException("GET at https://…", 502, null));

        assertThat(failure.text()).isEqualTo("the API server answered with status 502");
    }

    @Test
    void aMissingAnswerIsNamedByItsCause() {
        ApiFailure failure = ApiFailure.of(new KubernetesClientException(
                "Operation: [get] failed", new IOException("wrapped", new ConnectException("Connection refused"))));

        assertThat(failure.kind()).isEqualTo(ApiFailure.Kind.UNAVAILABLE);
        assertThat(failure.text()).isEqualTo("no answer from the API server: Connection refused");
    }

    @Test
    void aCauseWithoutTextIsNamedByItsKind() {
        ApiFailure failure = ApiFailure.of(new KubernetesClientException("failed", new InterruptedException()));

        assertThat(failure.text()).isEqualTo("no answer from the API server: InterruptedException");
    }
}
