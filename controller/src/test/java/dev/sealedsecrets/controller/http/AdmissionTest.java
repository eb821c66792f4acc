package dev.sealedsecrets.controller.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AdmissionTest {
    private final Admission admission = new Admission(1, 1);

    @Test
    void whatIsTooMuchIsRefusedUntilSomethingEnds() throws RefusedRequestException {
        try (Admission.Pass pass = admission.enter()) {
            assertThatThrownBy(admission::enter)
                    .isInstanceOfSatisfying(
                            RefusedRequestException.class,
                            e -> assertThat(e.status()).isEqualTo(503));
            assertThat(pass).isNotNull();
        }
        admission.enter().close();
    }

    @Test
    void aFailedComputationMakesRoomForTheNext() throws RefusedRequestException {
        Answer answer = Answer.empty(200);
        try (Admission.Pass pass = admission.enter()) {
            assertThatThrownBy(() -> pass.compute(() -> {
                        throw RefusedRequestException.unreadable();
                    }))
                    .isInstanceOf(RefusedRequestException.class);
            assertThat(pass.compute(() -> answer)).isSameAs(answer);
        }
    }
}
