package dev.sealedsecrets.controller.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.ApiFailures;
import dev.sealedsecrets.controller.cluster.ManualScheduler;
import dev.sealedsecrets.crypto.RsaEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

// The tests look at what the start brings about.
@SuppressWarnings("FutureReturnValueIgnored")
class KeyLifecycleTest {
    private static final Duration PERIOD = Duration.ofDays(30);

    /** The time starts an hour after key number 0. */
    private final ManualScheduler time = new ManualScheduler(TestKeys.startOf(1));

    private final KeyRegistry registry = new KeyRegistry(KeyOrder.CERT_NOT_BEFORE, () -> RsaEngine.JDK);
    private final List<KeySecret> stored = new ArrayList<>();
    private @Nullable ApiFailure outage;
    private @Nullable ApiFailure lostAnswer;
    private boolean watching = true;
    private Replica replica = Replica.only();
    private int made = 1;
    private int loads;
    private final List<String> successors = new ArrayList<>();

    @Test
    void aFirstStartMakesAKey() {
        CompletableFuture<Void> started = lifecycle(PERIOD, null).start();

        time.runDue();

        assertThat(started).isCompleted();
        assertThat(stored).hasSize(1);
        assertThat(newest()).isEqualTo(TestKeys.number(1).certificatePem());
    }

    @Test
    void aLaterStartUsesTheKeysThereAre() {
        stored.add(TestKeys.loaded(0));

        lifecycle(PERIOD, null).start();
        time.runDue();

        assertThat(stored).hasSize(1);
        assertThat(newest()).isEqualTo(TestKeys.number(0).certificatePem());
    }

    @Test
    void aCutoffAfterTheNewestKeyMakesAKey() {
        stored.add(TestKeys.loaded(0));

        lifecycle(PERIOD, TestKeys.startOf(0).plusSeconds(1)).start();
        time.runDue();

        assertThat(stored).hasSize(2);
    }

    @Test
    void aCutoffBeforeTheNewestKeyMakesNone() {
        stored.add(TestKeys.loaded(0));

        lifecycle(PERIOD, TestKeys.startOf(0)).start();
        time.runDue();

        assertThat(stored).hasSize(1);
    }

    @Test
    void keysAreRenewedAPeriodAfterTheNewestAndThenEachPeriod() {
        stored.add(TestKeys.loaded(0));
        lifecycle(PERIOD, null).start();

        time.advance(PERIOD.minus(Duration.ofHours(1)).minusSeconds(1));
        assertThat(stored).hasSize(1);
        time.advance(Duration.ofSeconds(1));
        assertThat(stored).hasSize(2);
        time.advance(PERIOD.minusSeconds(1));
        assertThat(stored).hasSize(2);
        time.advance(Duration.ofSeconds(1));
        assertThat(stored).hasSize(3);
    }

    @Test
    void anOverdueKeyIsRenewedAtOnce() {
        stored.add(TestKeys.loaded(0));

        lifecycle(Duration.ofMinutes(30), null).start();
        time.runDue();

        assertThat(stored).hasSize(2);
    }

    @Test
    void aPeriodOfZeroRenewsNothing() {
        stored.add(TestKeys.loaded(0));
        lifecycle(Duration.ZERO, null).start();

        time.advance(Duration.ofDays(365));

        assertThat(stored).hasSize(1);
    }

    @Test
    void aKeyMadeOnRequestDoesNotMoveTheRenewal() {
        stored.add(TestKeys.loaded(0));
        KeyLifecycle lifecycle = lifecycle(PERIOD, null);
        lifecycle.start();
        time.advance(PERIOD.minus(Duration.ofHours(2)));

        lifecycle.makeNow();
        time.runDue();
        assertThat(stored).hasSize(2);
        time.advance(Duration.ofHours(1));

        assertThat(stored).hasSize(3);
    }

    @Test
    void aKeyIsMadeOnRequestEvenWithoutRenewal() {
        stored.add(TestKeys.loaded(0));
        KeyLifecycle lifecycle = lifecycle(Duration.ZERO, null);
        lifecycle.start();
        time.runDue();

        lifecycle.makeNow();
        time.runDue();

        assertThat(stored).hasSize(2);
        assertThat(newest()).isEqualTo(TestKeys.number(1).certificatePem());
    }

    @Test
    void theStartWaitsUntilTheApiAnswers() {
        outage = ApiFailures.unavailable();
        CompletableFuture<Void> started = lifecycle(PERIOD, null).start();

        time.advance(Duration.ofMinutes(10));
        assertThat(started).isNotCompleted();
        outage = null;
        time.advance(Duration.ofMinutes(5));

        assertThat(started).isCompleted();
        assertThat(stored).hasSize(1);
    }

    @Test
    void aFailedRenewalIsRepeatedWithinMinutes() {
        stored.add(TestKeys.loaded(0));
        lifecycle(PERIOD, null).start();
        time.runDue();
        outage = ApiFailures.unavailable();
        time.advance(PERIOD);
        assertThat(stored).hasSize(1);

        outage = null;
        time.advance(Duration.ofMinutes(5));

        assertThat(stored).hasSize(2);
    }

    @Test
    void aChangeOfTheSecretsIsReadOnceHoweverOftenItIsReported() {
        stored.add(TestKeys.loaded(0));
        KeyLifecycle lifecycle = lifecycle(PERIOD, null);
        lifecycle.start();
        time.runDue();
        stored.add(TestKeys.loaded(1));

        lifecycle.reload();
        lifecycle.reload();
        time.runDue();

        assertThat(loads).isEqualTo(2);
        assertThat(newest()).isEqualTo(TestKeys.number(1).certificatePem());
    }

    @Test
    void aDeletionOfTheLastKeyMakesNone() {
        stored.add(TestKeys.loaded(0));
        KeyLifecycle lifecycle = lifecycle(PERIOD, null);
        lifecycle.start();
        time.runDue();
        stored.clear();

        lifecycle.reload();
        time.advance(Duration.ofHours(1));

        assertThat(stored).isEmpty();
        assertThat(registry.current().newest()).isEmpty();
    }

    @Test
    void withoutAWatchTheKeysAreReadEachHalfMinute() {
        stored.add(TestKeys.loaded(0));
        watching = false;
        lifecycle(PERIOD, null).start();
        time.runDue();

        time.advance(Duration.ofMinutes(2));

        assertThat(loads).isEqualTo(1 + 4);
    }

    @Test
    void withAWatchTheKeysAreReadEachTenMinutes() {
        stored.add(TestKeys.loaded(0));
        lifecycle(PERIOD, null).start();
        time.runDue();

        time.advance(Duration.ofMinutes(30));

        assertThat(loads).isEqualTo(1 + 3);
    }

    @Test
    void aChangeThatCouldNotBeReadIsReadLater() {
        stored.add(TestKeys.loaded(0));
        KeyLifecycle lifecycle = lifecycle(PERIOD, null);
        lifecycle.start();
        time.runDue();
        stored.add(TestKeys.loaded(1));
        outage = ApiFailures.unavailable();
        lifecycle.reload();
        time.runDue();
        assertThat(newest()).isEqualTo(TestKeys.number(0).certificatePem());

        outage = null;
        time.advance(Duration.ofSeconds(30));

        assertThat(newest()).isEqualTo(TestKeys.number(1).certificatePem());
    }

    @Test
    void aReplicaThatDoesNotLeadWaitsForTheFirstKey() {
        replica = new Replica(true, () -> false);
        CompletableFuture<Void> started = lifecycle(PERIOD, null).start();

        time.advance(Duration.ofMinutes(1));
        assertThat(started).isNotDone();
        assertThat(stored).isEmpty();
        stored.add(TestKeys.loaded(0));
        time.advance(Duration.ofSeconds(2));

        assertThat(started).isCompleted();
        assertThat(successors).isEmpty();
    }

    @Test
    void aReplicaThatDoesNotLeadNeitherRenewsNorMakesKeysOnRequest() {
        replica = new Replica(true, () -> false);
        stored.add(TestKeys.loaded(0));
        KeyLifecycle lifecycle = lifecycle(PERIOD, TestKeys.startOf(0).plusSeconds(1));
        lifecycle.start();

        time.advance(PERIOD.multipliedBy(2));
        lifecycle.makeNow();
        time.runDue();

        assertThat(stored).hasSize(1);
    }

    @Test
    void aReplicaThatComesToLeadMakesWhatIsDue() {
        AtomicBoolean leads = new AtomicBoolean();
        replica = new Replica(true, leads::get);
        KeyLifecycle lifecycle = lifecycle(PERIOD, null);
        CompletableFuture<Void> started = lifecycle.start();
        time.advance(Duration.ofSeconds(10));

        leads.set(true);
        lifecycle.lead();
        time.runDue();

        assertThat(started).isCompleted();
        assertThat(stored).hasSize(1);
        time.advance(PERIOD.plusSeconds(1));
        assertThat(stored).hasSize(2);
        assertThat(successors).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    void aNameThatIsTakenByAKeyThatDoesNotCountIsNotInsistedOn() {
        replica = new Replica(true, () -> true);
        stored.add(TestKeys.loaded(0));
        KeyLifecycle lifecycle = lifecycle(PERIOD, null);
        lifecycle.start();
        time.runDue();
        outage = ApiFailures.withStatus(409, "secrets \"sealed-secrets-keyabcde\" already exists");
        lifecycle.makeNow();
        time.runDue();
        outage = null;
        time.advance(Duration.ofMinutes(1));

        assertThat(stored).hasSize(2);
        assertThat(successors).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aKeyThatIsThereThoughItsCreationFailedIsNotMadeAgain() {
        replica = new Replica(true, () -> true);
        stored.add(TestKeys.loaded(0));
        KeyLifecycle lifecycle = lifecycle(PERIOD, null);
        lifecycle.start();
        time.runDue();
        lostAnswer = ApiFailures.withStatus(409, "already exists");
        lifecycle.makeNow();
        time.advance(Duration.ofMinutes(1));

        assertThat(stored).hasSize(2);
        assertThat(successors).hasSize(1);
    }

    @Test
    void aRenewalThatLostItsLeaderIsMadeWhenTheReplicaLeadsAgain() {
        AtomicBoolean leads = new AtomicBoolean(true);
        replica = new Replica(true, leads::get);
        stored.add(TestKeys.loaded(0));
        lifecycle(PERIOD, null).start();
        time.runDue();
        outage = ApiFailures.unavailable();
        time.advance(PERIOD);
        leads.set(false);
        outage = null;
        time.advance(Duration.ofMinutes(10));
        assertThat(stored).hasSize(1);

        leads.set(true);
        time.advance(Duration.ofMinutes(1));

        assertThat(stored).hasSize(2);
    }

    @Test
    void theReplicaThatMadeTheNewestKeyNamesTheNextAsTheOthersDo() {
        replica = new Replica(true, () -> true);
        KeyLifecycle maker = lifecycle(PERIOD, null);
        maker.start();
        time.runDue();
        KeyLifecycle other = lifecycle(PERIOD, null, new KeyRegistry(KeyOrder.CERT_NOT_BEFORE, () -> RsaEngine.JDK));
        other.start();
        time.runDue();
        successors.clear();
        outage = ApiFailures.unavailable();

        maker.makeNow();
        other.makeNow();
        time.runDue();

        assertThat(successors).hasSize(2);
        assertThat(successors.get(0)).isEqualTo(successors.get(1));
    }

    @Test
    void aKeyThatAnotherReplicaMadeMeanwhilePutsTheRenewalOff() {
        replica = new Replica(true, () -> true);
        stored.add(TestKeys.loaded(0));
        KeyLifecycle lifecycle = lifecycle(PERIOD, null);
        lifecycle.start();
        time.runDue();
        stored.add(TestKeys.loaded(made++));
        lifecycle.reload();

        time.advance(PERIOD.minus(Duration.ofHours(1)).plusSeconds(1));
        assertThat(stored).hasSize(2);
        time.advance(Duration.ofHours(2));

        assertThat(stored).hasSize(3);
    }

    private KeyLifecycle lifecycle(Duration period, @Nullable Instant cutoff) {
        return lifecycle(period, cutoff, registry);
    }

    private KeyLifecycle lifecycle(Duration period, @Nullable Instant cutoff, KeyRegistry keys) {
        KeySettings settings = new KeySettings(
                "kube-system",
                "sealed-secrets-key",
                TestKeys.SPEC,
                period,
                KeyOrder.CERT_NOT_BEFORE,
                cutoff,
                Map.of(),
                Map.of());
        return new KeyLifecycle(settings, keys, this::load, this::make, () -> watching, time.clock(), time, replica);
    }

    private List<KeySecret> load() throws ApiFailure {
        loads++;
        failIfOut();
        return List.copyOf(stored);
    }

    private KeySecret make(String successorOf) throws ApiFailure {
        successors.add(successorOf);
        failIfOut();
        KeySecret key = TestKeys.loaded(made++);
        stored.add(key);
        if (lostAnswer != null) {
            ApiFailure failure = lostAnswer;
            lostAnswer = null;
            throw failure;
        }
        return key;
    }

    private void failIfOut() throws ApiFailure {
        if (outage != null) {
            throw outage;
        }
    }

    private String newest() {
        return registry.current().newest().orElseThrow().certificatePem();
    }
}
