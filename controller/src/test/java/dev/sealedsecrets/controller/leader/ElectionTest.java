package dev.sealedsecrets.controller.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.ApiFailures;
import dev.sealedsecrets.controller.cluster.LeaseRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ElectionTest {
    private static final ElectionTimes TIMES =
            new ElectionTimes(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));

    private final Store store = new Store();
    private long now = 1_000_000_000_000L;

    /** The lease, as an API server keeps it. */
    private static final class Store {
        private @Nullable LeaseRecord stored;
        private int version;

        LeaseRecord put(LeaseRecord lease) {
            LeaseRecord written = new LeaseRecord(
                    String.valueOf(++version),
                    lease.holder(),
                    lease.duration(),
                    lease.acquired(),
                    lease.renewed(),
                    lease.transitions());
            stored = written;
            return written;
        }
    }

    /** A replica with a connection of its own, which can be cut, and a wall clock of its own, which can be wrong. */
    private final class Replica implements LeaseStore {
        private final Election election;
        private int failure;

        Replica(String name, Duration skew) {
            election = new Election(
                    this,
                    name,
                    TIMES,
                    () -> now,
                    () -> Instant.ofEpochSecond(1_800_000_000L, now).plus(skew));
        }

        /** @return whether it leads afterwards */
        boolean step() {
            try {
                election.step();
            } catch (ApiFailure e) {
                // as the loop does: the next step tries again
            }
            return election.mayWrite();
        }

        @Override
        public Optional<LeaseRecord> find() throws ApiFailure {
            check();
            return Optional.ofNullable(store.stored);
        }

        @Override
        public LeaseRecord create(LeaseRecord lease) throws ApiFailure {
            check();
            if (store.stored != null) {
                throw ApiFailures.withStatus(409, "no");
            }
            return store.put(lease);
        }

        @Override
        public LeaseRecord update(LeaseRecord lease) throws ApiFailure {
            check();
            if (store.stored == null || !store.stored.version().equals(lease.version())) {
                throw ApiFailures.withStatus(409, "no");
            }
            return store.put(lease);
        }

        private void check() throws ApiFailure {
            if (failure != 0) {
                throw ApiFailures.withStatus(failure, "no");
            }
        }
    }

    private Replica replica(String name) {
        return new Replica(name, Duration.ZERO);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void theFirstOneLeadsAndTheOthersFollow() {
        Replica one = replica("one");
        Replica two = replica("two");

        assertThat(one.step()).isTrue();
        assertThat(two.step()).isFalse();
        pass(Duration.ofSeconds(2));
        assertThat(one.step()).isTrue();
        assertThat(two.step()).isFalse();
    }

    @Test
    void aLeaderThatIsGoneIsReplacedAfterTheLease() {
        Replica one = replica("one");
        Replica two = replica("two");
        one.step();
        two.step();

        pass(Duration.ofSeconds(14));
        assertThat(two.step()).isFalse();
        pass(Duration.ofSeconds(1));

        assertThat(two.step()).isTrue();
        assertThat(store.stored)
                .isNotNull()
                .satisfies(lease -> assertThat(lease.transitions()).isEqualTo(1));
    }

    @Test
    void aLeaderThatIsCutOffStopsBeforeAnotherTakesOver() {
        Replica one = replica("one");
        Replica two = replica("two");
        one.step();
        two.step();
        one.failure = 500;

        pass(Duration.ofSeconds(9));
        assertThat(one.election.mayWrite()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(one.election.mayWrite()).isFalse();
        assertThat(two.step()).isFalse();
        pass(Duration.ofSeconds(5));
        assertThat(two.step()).isTrue();

        one.failure = 0;
        assertThat(one.step()).isFalse();
    }

    @Test
    void aLeaderThatComesBackInTimeLeadsOn() {
        Replica one = replica("one");
        one.step();
        pass(Duration.ofSeconds(12));
        assertThat(one.election.mayWrite()).isFalse();

        assertThat(one.step()).isTrue();
    }

    @Test
    void aLeaseThatIsGivenUpIsTakenAtOnce() throws ApiFailure {
        Replica one = replica("one");
        Replica two = replica("two");
        one.step();
        two.step();

        one.election.release();

        assertThat(one.election.mayWrite()).isFalse();
        assertThat(two.step()).isTrue();
    }

    @Test
    void onlyTheHolderGivesUp() throws ApiFailure {
        Replica one = replica("one");
        Replica two = replica("two");
        one.step();
        two.step();

        two.election.release();

        assertThat(one.step()).isTrue();
    }

    @Test
    void wallClocksThatAreWrongDoNotMatter() {
        for (Duration skew : List.of(Duration.ofHours(5), Duration.ofHours(-5))) {
            Replica one = replica("one " + skew);
            Replica two = new Replica("two " + skew, skew);
            store.stored = null;
            assertThat(one.step()).isTrue();
            for (int i = 0; i < 30; i++) {
                pass(Duration.ofSeconds(2));
                assertThat(one.step()).isTrue();
                assertThat(two.step()).isFalse();
            }
            pass(Duration.ofSeconds(15));
            assertThat(two.step()).isTrue();
        }
    }

    @Test
    void withoutRightsThereIsNoElection() {
        Replica one = replica("one");
        one.failure = 403;

        assertThat(one.step()).isTrue();
        assertThat(one.election.isAlone()).isTrue();
        pass(Duration.ofDays(1));
        assertThat(one.election.mayWrite()).isTrue();
    }

    @Test
    void rightsThatComeLaterBeginAnElection() {
        Replica one = replica("one");
        Replica two = replica("two");
        one.failure = 403;
        two.failure = 403;
        one.step();
        two.step();
        one.failure = 0;
        two.failure = 0;

        assertThat(one.step()).isTrue();
        assertThat(two.step()).isFalse();
        assertThat(one.election.isAlone()).isFalse();
    }

    @Test
    void rightsThatGoAwayLaterMakeNobodyALeader() {
        Replica one = replica("one");
        Replica two = replica("two");
        one.step();
        two.step();
        two.failure = 403;

        assertThat(two.step()).isFalse();
        assertThatThrownBy(two.election::step).isInstanceOf(ApiFailure.class);
    }

    /** Any course of cuts, pauses and steps: never two at once. */
    @Test
    void neverDoTwoLead() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            store.stored = null;
            List<Replica> replicas = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                replicas.add(new Replica("r" + i, Duration.ofSeconds(random.nextInt(100) - 50)));
            }
            int led = 0;
            for (int i = 0; i < 300; i++) {
                pass(Duration.ofMillis(random.nextInt(3000)));
                Replica any = replicas.get(random.nextInt(3));
                any.failure =
                        random.nextInt(4) == 0 ? 500 : any.failure != 0 && random.nextInt(3) > 0 ? any.failure : 0;
                any.step();
                long leaders = replicas.stream()
                        .filter(replica -> replica.election.mayWrite())
                        .count();
                assertThat(leaders).as("seed %s, step %s", seed, i).isLessThanOrEqualTo(1);
                led += (int) leaders;
            }
            assertThat(led).isPositive();
        }
    }
}
