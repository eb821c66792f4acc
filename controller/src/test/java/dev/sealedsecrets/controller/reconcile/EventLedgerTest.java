package dev.sealedsecrets.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.controller.cluster.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventLedgerTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final EventLedger ledger = new EventLedger();

    @Test
    void equalNoticesAreCountedUpUnderOneName() {
        EventLedger.Entry first = ledger.enter(notice("u", "text"), NOW).orElseThrow();
        EventLedger.Entry second =
                ledger.enter(notice("u", "text"), NOW.plusSeconds(1)).orElseThrow();

        assertThat(first.count()).isEqualTo(1);
        assertThat(second).isEqualTo(new EventLedger.Entry(first.name(), 2, NOW));
    }

    @Test
    void otherTextsAndOtherObjectsAreEventsOfTheirOwn() {
        Set<String> names = new HashSet<>();
        names.add(ledger.enter(notice("u", "text"), NOW).orElseThrow().name());
        names.add(ledger.enter(notice("u", "other"), NOW).orElseThrow().name());
        names.add(ledger.enter(notice("v", "text"), NOW).orElseThrow().name());
        names.add(ledger.enter(notice("u", "text"), NOW).orElseThrow().name());

        assertThat(names).hasSize(4).allSatisfy(name -> assertThat(name).matches("s\\.[0-9a-f]{16}"));
    }

    @Test
    void aForgottenEventIsNewTheNextTime() {
        String first = ledger.enter(notice("u", "text"), NOW).orElseThrow().name();
        ledger.forget(notice("u", "text"));

        EventLedger.Entry second = ledger.enter(notice("u", "text"), NOW).orElseThrow();

        assertThat(second.count()).isEqualTo(1);
        assertThat(second.name()).isNotEqualTo(first);
    }

    @Test
    void aFloodOfOneObjectIsDroppedAndTricklesOn() {
        for (int i = 0; i < 25; i++) {
            assertThat(ledger.enter(notice("u", "text " + i), NOW)).isPresent();
        }

        assertThat(ledger.enter(notice("u", "one more"), NOW)).isEmpty();
        assertThat(ledger.enter(notice("v", "another object"), NOW)).isPresent();
        assertThat(ledger.enter(notice("u", "too early"), NOW.plus(Duration.ofMinutes(4))))
                .isEmpty();
        assertThat(ledger.enter(notice("u", "five minutes later"), NOW.plus(Duration.ofMinutes(9))))
                .isPresent();
    }

    @Test
    void onlyTheMostRecentObjectsAreRemembered() {
        ledger.enter(notice("first", "text"), NOW);
        for (int i = 0; i < 5_000; i++) {
            ledger.enter(notice("u" + i, "text"), NOW);
        }

        assertThat(ledger.enter(notice("first", "text"), NOW).orElseThrow().count())
                .isEqualTo(1);
        assertThat(ledger.enter(notice("u4999", "text"), NOW).orElseThrow().count())
                .isEqualTo(2);
    }

    @Test
    void namesOfEventsFitWhateverTheNameOfTheObject() {
        Notice notice = new Notice(new ObjectKey("ns", "n".repeat(253)), "u", "1", EventReason.UNSEALED, "text");

        assertThat(ledger.enter(notice, NOW).orElseThrow().name()).hasSize(253);
    }

    @Test
    void longMessagesAreCut() {
        assertThat(notice("u", "x".repeat(100_000)).message()).hasSize(8_192);
    }

    @Test
    void theLogLineHasTheFormOfTheOriginal() {
        assertThat(notice("u", "text").logLine())
                .isEqualTo("Event(v1.ObjectReference{Kind:\"SealedSecret\", Namespace:\"ns\", Name:\"s\", UID:\"u\","
                        + " APIVersion:\"bitnami.com/v1alpha1\", ResourceVersion:\"7\", FieldPath:\"\"}):"
                        + " type: 'Warning' reason: 'ErrUnsealFailed' text");
    }

    private static Notice notice(String uid, String message) {
        return new Notice(new ObjectKey("ns", "s"), uid, "7", EventReason.UNSEAL_FAILED, message);
    }
}
