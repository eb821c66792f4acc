package dev.sealedsecrets.controller.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ApiCallsTest {
    private final AtomicBoolean leads = new AtomicBoolean(true);
    private final List<String> sent = new ArrayList<>();
    private final ApiCalls calls = new ApiCalls(new CallRules(new TokenBucket(0, 0, System::nanoTime), leads::get));

    @Test
    void aReplicaThatDoesNotLeadReadsButSendsNoWrite() throws ApiFailure {
        leads.set(false);

        assertThat(calls.call(() -> sent.add("read"))).isTrue();
        assertThatThrownBy(() -> calls.write(() -> sent.add("write"))).isInstanceOfSatisfying(ApiFailure.class, e -> {
            assertThat(e.kind()).isEqualTo(ApiFailure.Kind.UNAVAILABLE);
            assertThat(e.text()).isEqualTo("another replica leads");
        });

        assertThat(sent).containsExactly("read");
    }

    @Test
    void theLeaderIsAskedAtEachWrite() throws ApiFailure {
        calls.write(() -> sent.add("write"));
        leads.set(false);
        assertThatThrownBy(() -> calls.write(() -> sent.add("late"))).isInstanceOf(ApiFailure.class);

        assertThat(sent).containsExactly("write");
    }
}
