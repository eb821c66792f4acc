package dev.sealedsecrets.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealedsecrets.controller.observe.UnsealErrorReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SyncStatusTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final String TIME = "2026-01-02T03:04:05Z";
    private static final String BEFORE = "2025-12-31T00:00:00Z";
    private static final Outcome SYNCED = new Outcome.Synced();
    private static final Outcome UNMANAGED = new Outcome.Failed(Failure.unmanaged("s"));
    private static final String UNMANAGED_TEXT =
            "failed update: Resource \"s\" already exists and is not managed by SealedSecret";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void aFirstSuccessHasSyncedFirstAndNoMessage() {
        assertThat(replacement(null, new SyncStatus(1, SYNCED, false, "")))
                .hasToString(parse(status(
                                1,
                                condition("Synced", "True", TIME, TIME, ""),
                                condition("Ready", "True", TIME, TIME, "'observedGeneration':1,'reason':'Unsealed'")))
                        .toString());
    }

    /** The original's definition prunes the field: its absence must not cause a write. */
    @Test
    void aPrunedGenerationOfReadyIsNoReasonToWrite() {
        String pruned = status(
                1,
                condition("Synced", "True", BEFORE, BEFORE, ""),
                condition("Ready", "True", BEFORE, BEFORE, "'reason':'Unsealed'"));

        assertThat(new SyncStatus(1, SYNCED, false, "").replacing(parse(pruned), Instant.parse(TIME)))
                .isEmpty();
    }

    @Test
    void aFailureTellsItsText() {
        JsonNode written = replacement(null, new SyncStatus(3, UNMANAGED, false, ""));

        assertThat(written.path("observedGeneration").asInt()).isEqualTo(3);
        assertThat(written.path("conditions").path(0).path("message").asText()).isEqualTo(UNMANAGED_TEXT);
        assertThat(written.path("conditions").path(0).path("status").asText()).isEqualTo("False");
        assertThat(written.path("conditions").path(1).path("status").asText()).isEqualTo("False");
        assertThat(written.path("conditions").path(1).path("reason").asText()).isEqualTo("ErrUpdateFailed");
        assertThat(written.path("conditions")).hasSize(2);
    }

    @Test
    void aParkedFailureIsStalled() {
        JsonNode written = replacement(null, new SyncStatus(3, UNMANAGED, true, ""));

        assertThat(written.path("conditions").path(2).path("type").asText()).isEqualTo("Stalled");
        assertThat(written.path("conditions").path(2).path("status").asText()).isEqualTo("True");
    }

    @Test
    void anEditedSecretIsDriftedNotReadyAndStillSynced() {
        JsonNode written = replacement(null, new SyncStatus(3, new Outcome.Drifted(), false, ""));

        assertThat(written.findValuesAsText("type")).containsExactly("Synced", "Ready", "Drifted");
        assertThat(written.findValuesAsText("status")).containsExactly("True", "False", "True");
    }

    @Test
    void whatSaysTheSameIsNotReplaced() {
        SyncStatus synced = new SyncStatus(1, SYNCED, false, "");
        SyncStatus failed = new SyncStatus(1, UNMANAGED, true, "");

        assertThat(synced.replacing(replacement(null, synced), NOW.plusSeconds(60)))
                .isEmpty();
        assertThat(failed.replacing(replacement(null, failed), NOW.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void aNewGenerationIsWrittenWithTheOldTransitionTime() {
        String old = status(1, condition("Synced", "True", BEFORE, BEFORE, ""));

        assertThat(replacement(old, new SyncStatus(2, SYNCED, false, ""))
                        .path("conditions")
                        .path(0))
                .isEqualTo(parse(condition("Synced", "True", TIME, BEFORE, "")));
    }

    @Test
    void aNewMessageIsWrittenWithTheOldTransitionTime() {
        String old = status(1, condition("Synced", "False", BEFORE, BEFORE, "'message':'other'"));

        JsonNode synced = replacement(old, new SyncStatus(1, UNMANAGED, false, ""))
                .path("conditions")
                .path(0);

        assertThat(synced.path("message").asText()).isEqualTo(UNMANAGED_TEXT);
        assertThat(synced.path("lastUpdateTime").asText()).isEqualTo(TIME);
        assertThat(synced.path("lastTransitionTime").asText()).isEqualTo(BEFORE);
    }

    @Test
    void aRecoveryMovesTheTransitionTimeAndDropsMessageAndStalled() {
        JsonNode failed = replacement(null, new SyncStatus(1, UNMANAGED, true, ""));

        JsonNode written = new SyncStatus(1, SYNCED, false, "")
                .replacing(failed, NOW.plusSeconds(60))
                .orElseThrow();

        assertThat(written.findValuesAsText("type")).containsExactly("Synced", "Ready");
        assertThat(written.findValuesAsText("lastTransitionTime")).containsOnly("2026-01-02T03:05:05Z");
        assertThat(written.findValuesAsText("message")).isEmpty();
    }

    @Test
    void aStatusThatSomebodyEmptiedIsWrittenAgain() {
        assertThat(new SyncStatus(1, SYNCED, false, "").replacing(parse("{}"), NOW))
                .isPresent();
    }

    @Test
    void conditionsOfOthersStayBehindOurs() {
        String old = status(
                1, "{'type':'Theirs','status':'Unknown','extra':1}", condition("Synced", "True", BEFORE, BEFORE, ""));

        JsonNode written = replacement(old, new SyncStatus(1, SYNCED, false, ""));

        assertThat(written.findValuesAsText("type")).containsExactly("Synced", "Ready", "Theirs");
        assertThat(written.path("conditions").path(2).path("extra").asInt()).isEqualTo(1);
    }

    @Test
    void messagesAreCut() {
        Failure failure = new Failure(UnsealErrorReason.UNSEAL, RetryClass.PERMANENT, "x".repeat(100_000), "");
        SyncStatus status = new SyncStatus(1, new Outcome.Failed(failure), false, "");

        JsonNode written = replacement(null, status);

        assertThat(written.path("conditions").path(0).path("message").asText()).hasSize(32_768);
        assertThat(status.replacing(written, NOW)).isEmpty();
        assertThat(SyncStatus.saysFailed(written, 1, failure)).isTrue();
    }

    @Test
    void saysAppliedOnlyOfTheGenerationThatWasObserved() {
        JsonNode synced = replacement(null, new SyncStatus(2, SYNCED, false, ""));

        assertThat(SyncStatus.saysApplied(synced, 2)).isTrue();
        assertThat(SyncStatus.saysApplied(synced, 3)).isFalse();
        assertThat(SyncStatus.saysApplied(replacement(null, new SyncStatus(2, UNMANAGED, false, "")), 2))
                .isFalse();
        assertThat(SyncStatus.saysApplied(null, 2)).isFalse();
    }

    @Test
    void saysFailedOnlyOfTheSameFailureOfTheSameGeneration() {
        JsonNode failed = replacement(null, new SyncStatus(2, UNMANAGED, false, ""));

        assertThat(SyncStatus.saysFailed(failed, 2, Failure.unmanaged("s"))).isTrue();
        assertThat(SyncStatus.saysFailed(failed, 3, Failure.unmanaged("s"))).isFalse();
        assertThat(SyncStatus.saysFailed(failed, 2, Failure.sealingKey())).isFalse();
        assertThat(SyncStatus.saysFailed(
                        replacement(null, new SyncStatus(2, SYNCED, false, "")), 2, Failure.sealingKey()))
                .isFalse();
        assertThat(SyncStatus.saysFailed(null, 2, Failure.sealingKey())).isFalse();
    }

    private JsonNode replacement(@Nullable String present, SyncStatus status) {
        return status.replacing(present == null ? null : parse(present), NOW).orElseThrow();
    }

    private static String status(int generation, String... conditions) {
        return "{'observedGeneration':" + generation + ",'conditions':[" + String.join(",", conditions) + "]}";
    }

    private static String condition(String type, String status, String updated, String moved, String more) {
        return "{'type':'" + type + "','status':'" + status + "','lastUpdateTime':'" + updated
                + "','lastTransitionTime':'" + moved + "'" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
