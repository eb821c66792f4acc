package dev.sealedsecrets.controller.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the status of a SealedSecret is to say (compatibility contract, status). The condition Synced comes first, because
 * printer columns read the first one.
 *
 * @param generation of the spec that the outcome is about
 * @param outcome of the last pass
 * @param parked whether nothing more is tried until something changes
 * @param record of the last write; empty: what the status has stays
 * @param openedBy fingerprint of the key that opened each item; empty: what the status has stays. The original's definition prunes
 *     it, so it is written along with other news, and is none by itself
 */
record SyncStatus(long generation, Outcome outcome, boolean parked, String record, Map<String, String> openedBy) {
    private static final String SYNCED = "Synced";
    private static final String READY = "Ready";
    private static final String STALLED = "Stalled";
    private static final String DRIFTED = "Drifted";
    private static final String APPLIED = "Applied";
    private static final String OPENED_BY = "openedBy";
    private static final Set<String> OWN = Set.of(SYNCED, READY, STALLED, DRIFTED);
    /** More is cut off: the status is read by people, and stored with the object. */
    private static final int LONGEST_MESSAGE = 32_768;

    /** A condition as it should be, times apart. */
    private record Wanted(String type, boolean status, String reason, String message) {}

    /** Without news about keys. */
    SyncStatus(long generation, Outcome outcome, boolean parked, String record) {
        this(generation, outcome, parked, record, Map.of());
    }

    /** How many items each key opened, by fingerprint: as is known here, else as a status says. */
    Map<String, Integer> itemsByKey(@Nullable JsonNode present) {
        Map<String, Integer> items = new HashMap<>();
        if (!openedBy.isEmpty()) {
            openedBy.values().forEach(key -> items.merge(key, 1, Integer::sum));
        } else if (present != null) {
            present.path(OPENED_BY).forEach(key -> items.merge(key.asText(), 1, Integer::sum));
        }
        return items;
    }

    /** Whether a status says that the spec of a generation has been applied. */
    static boolean saysApplied(@Nullable JsonNode status, long generation) {
        return status != null
                && status.path("observedGeneration").asLong() == generation
                && condition(status, SYNCED).path("status").asText().equals("True");
    }

    /** The record of the last write in a status; empty if there is none. */
    static String recordIn(@Nullable JsonNode status) {
        return status == null ? "" : condition(status, APPLIED).path("message").asText();
    }

    /** Whether a status says that the Secret of a generation was edited. */
    static boolean saysDrifted(@Nullable JsonNode status, long generation) {
        return saysApplied(status, generation)
                && condition(Objects.requireNonNull(status), DRIFTED)
                        .path("status")
                        .asText()
                        .equals("True");
    }

    /** Whether a status shows this failure of a generation. */
    static boolean saysFailed(@Nullable JsonNode status, long generation, Failure failure) {
        return status != null
                && status.path("observedGeneration").asLong() == generation
                && condition(status, SYNCED).path("status").asText().equals("False")
                && condition(status, SYNCED).path("message").asText().equals(cut(failure.statusMessage()));
    }

    /** The status to write; empty if the present one says the same. Conditions of others stay. */
    Optional<JsonNode> replacing(@Nullable JsonNode present, Instant now) {
        List<Wanted> wanted = conditions();
        if (!record.isEmpty()) {
            wanted.add(new Wanted(APPLIED, true, "Recorded", record));
        }
        if (present != null && saysAll(present, wanted)) {
            return Optional.empty();
        }
        JsonNode old = present == null ? JsonNodeFactory.instance.objectNode() : present;
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("observedGeneration", generation);
        ArrayNode conditions = written.putArray("conditions");
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        for (Wanted condition : wanted) {
            conditions.add(write(condition, condition(old, condition.type()), time));
        }
        for (JsonNode condition : old.path("conditions")) {
            String type = condition.path("type").asText();
            if (!OWN.contains(type) && !(type.equals(APPLIED) && !record.isEmpty())) {
                conditions.add(condition);
            }
        }
        if (!openedBy.isEmpty()) {
            ObjectNode keys = written.putObject(OPENED_BY);
            openedBy.forEach(keys::put);
        } else if (old.has(OPENED_BY)) {
            written.set(OPENED_BY, old.path(OPENED_BY));
        }
        return Optional.of(written);
    }

    private List<Wanted> conditions() {
        List<Wanted> wanted = new ArrayList<>();
        if (outcome instanceof Outcome.Failed failed) {
            String message = cut(failed.failure().statusMessage());
            String reason = EventReason.of(failed.failure()).text();
            wanted.add(new Wanted(SYNCED, false, "", message));
            wanted.add(new Wanted(READY, false, reason, message));
            if (parked) {
                wanted.add(new Wanted(STALLED, true, reason, message));
            }
            return wanted;
        }
        boolean drifted = outcome instanceof Outcome.Drifted;
        String edited = "the Secret was edited";
        wanted.add(new Wanted(SYNCED, true, "", ""));
        wanted.add(
                drifted
                        ? new Wanted(READY, false, DRIFTED, edited)
                        : new Wanted(READY, true, EventReason.UNSEALED.text(), ""));
        if (drifted) {
            wanted.add(new Wanted(DRIFTED, true, DRIFTED, edited));
        }
        return wanted;
    }

    private boolean saysAll(JsonNode present, List<Wanted> wanted) {
        JsonNode conditions = present.path("conditions");
        return present.path("observedGeneration").asLong() == generation
                && conditions.path(0).path("type").asText().equals(SYNCED)
                && wanted.stream().allMatch(condition -> says(present, condition))
                && OWN.stream()
                                .filter(type -> !condition(present, type).isMissingNode())
                                .count()
                        == wanted.stream()
                                .filter(condition -> OWN.contains(condition.type()))
                                .count();
    }

    private static boolean says(JsonNode present, Wanted wanted) {
        JsonNode condition = condition(present, wanted.type());
        return condition.path("status").asText().equals(text(wanted.status()))
                && condition.path("message").asText().equals(wanted.message())
                && condition.path("reason").asText().equals(wanted.reason());
    }

    private ObjectNode write(Wanted wanted, JsonNode old, String time) {
        String status = text(wanted.status());
        boolean sameStatus = old.path("status").asText().equals(status)
                && !old.path("lastTransitionTime").asText().isEmpty();
        ObjectNode condition = JsonNodeFactory.instance
                .objectNode()
                .put("type", wanted.type())
                .put("status", status)
                .put("lastUpdateTime", time)
                .put(
                        "lastTransitionTime",
                        sameStatus ? old.path("lastTransitionTime").asText() : time);
        if (wanted.type().equals(READY)) {
            // The original's definition prunes it: whether it is there is not looked at.
            condition.put("observedGeneration", generation);
        }
        if (!wanted.reason().isEmpty()) {
            condition.put("reason", wanted.reason());
        }
        if (!wanted.message().isEmpty()) {
            condition.put("message", wanted.message());
        }
        return condition;
    }

    private static JsonNode condition(JsonNode status, String type) {
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return condition;
            }
        }
        return Objects.requireNonNull(JsonNodeFactory.instance.missingNode());
    }

    private static String text(boolean status) {
        return status ? "True" : "False";
    }

    private static String cut(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
    }
}
