package dev.sealedsecrets.controller.reconcile;

import static dev.sealedsecrets.controller.reconcile.SecretBuilder.MANAGED;
import static dev.sealedsecrets.controller.reconcile.SecretBuilder.OWNER_UID;
import static dev.sealedsecrets.controller.reconcile.SecretBuilder.PATCH;
import static dev.sealedsecrets.controller.reconcile.SecretBuilder.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.resource.OwnerReference;
import dev.sealedsecrets.resource.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decision table of the compatibility contract, row by row. */
class SecretDeciderTest {
    private static final SealingKeyGuard GUARD = new SealingKeyGuard("kube-system", "sealed-secrets-key");
    private static final Relation NEW_SPEC = new Relation(false, "");
    private static final Relation APPLIED = new Relation(true, "");
    private static final Relation WRITTEN = new Relation(true, "secret-uid");
    private static final String UNMANAGED = "Resource \"s\" already exists and is not managed by SealedSecret";

    private final Secret wanted = new SecretBuilder()
            .data("foo", "bar")
            .label("a", "b")
            .annotation("c", "d")
            .owned()
            .done();

    @Test
    void createsWhatIsAbsent() {
        assertThat(decide(wanted, null, NEW_SPEC)).isEqualTo(new Decision.Create(wanted));
    }

    @Nested
    class Owned {
        @Test
        void isKeptWhenItIsAsWanted() {
            Secret existing = same().done();

            assertThat(decide(wanted, existing, NEW_SPEC)).isEqualTo(new Decision.Keep(Hold.OWNED));
        }

        @Test
        void isReplacedByANewSpecWithAllThatOthersAdded() {
            Secret existing = new SecretBuilder()
                    .data("foo", "old")
                    .data("gone", "x")
                    .label("other", "x")
                    .annotation("other", "y")
                    .owned()
                    .stored()
                    .done();

            assertThat(decide(wanted, existing, NEW_SPEC)).isEqualTo(new Decision.Update(same().done(), Hold.OWNED));
        }

        @Test
        void isRestoredAfterAnEditButWhatOthersAddedToLabelsAndAnnotationsStays() {
            Secret existing = new SecretBuilder()
                    .data("foo", "hacked")
                    .data("extra", "x")
                    .label("a", "changed")
                    .label("other", "x")
                    .annotation("other", "y")
                    .owned()
                    .stored()
                    .done();
            Secret restored = new SecretBuilder()
                    .data("foo", "bar")
                    .label("a", "b")
                    .label("other", "x")
                    .annotation("other", "y")
                    .annotation("c", "d")
                    .owned()
                    .stored()
                    .done();

            assertThat(decide(wanted, existing, APPLIED)).isEqualTo(new Decision.Update(restored, Hold.OWNED));
        }

        @Test
        void isKeptWhenOthersOnlyAddedLabelsAndAnnotations() {
            Secret existing =
                    same().label("other", "x").annotation("other", "y").done();

            assertThat(decide(wanted, existing, APPLIED)).isEqualTo(new Decision.Keep(Hold.OWNED));
        }

        @Test
        void editsAreReportedWhereDriftIsOnlyDetected() {
            Secret existing = same().data("foo", "hacked").done();

            assertThat(decider(DriftMode.DETECT).decide(wanted, OWNER_UID, existing, APPLIED))
                    .isEqualTo(new Decision.Report(Hold.OWNED));
        }

        @Test
        void editsStayWhereDriftIsOff() {
            Secret existing = same().data("foo", "hacked").done();

            assertThat(decider(DriftMode.OFF).decide(wanted, OWNER_UID, existing, APPLIED))
                    .isEqualTo(new Decision.Keep(Hold.OWNED));
        }

        @ParameterizedTest
        @EnumSource(DriftMode.class)
        void aNewSpecIsWrittenWhateverTheDriftMode(DriftMode drift) {
            Secret existing = same().data("foo", "old").done();

            assertThat(decider(drift).decide(wanted, OWNER_UID, existing, NEW_SPEC))
                    .isEqualTo(new Decision.Update(same().done(), Hold.OWNED));
        }

        @Test
        void anUntypedTemplateMeansOpaque() {
            Secret existing = same().type("kubernetes.io/basic-auth").done();

            assertThat(decide(wanted, existing, NEW_SPEC))
                    .isEqualTo(new Decision.Update(same().type("Opaque").done(), Hold.OWNED));
        }

        @Test
        void lostItsOwnerIsRestoredIfItIsKnownToBeOurs() {
            Secret existing = same().owners().done();

            assertThat(decide(wanted, existing, WRITTEN))
                    .isEqualTo(new Decision.Update(same().done(), Hold.OWNER_LOST));
        }

        @Test
        void lostItsOwnerIsSomebodyElsesIfNothingIsKnown() {
            Secret existing = same().owners().done();

            assertThat(decide(wanted, existing, APPLIED)).isEqualTo(new Decision.Refuse(Failure.unmanaged("s")));
        }

        @Test
        void givenToAnotherControllerIsNotTakenBack() {
            Secret existing = same().ownedBy("another-uid").done();

            assertThat(decide(wanted, existing, WRITTEN)).isEqualTo(new Decision.Refuse(Failure.unmanaged("s")));
        }
    }

    @Nested
    class Foreign {
        @Test
        void isLeftAloneAndNamed() {
            Decision decision = decide(
                    wanted, new SecretBuilder().data("mine", "x").stored().done(), NEW_SPEC);

            assertThat(decision).isInstanceOfSatisfying(Decision.Refuse.class, refuse -> {
                assertThat(refuse.failure().eventMessage()).isEqualTo(UNMANAGED);
                assertThat(refuse.failure().statusMessage()).isEqualTo("failed update: " + UNMANAGED);
                assertThat(refuse.failure().retry()).isEqualTo(RetryClass.PERMANENT);
            });
        }

        @Test
        void isLeftAloneEvenWithTheSameContent() {
            assertThat(decide(wanted, same().owners().done(), NEW_SPEC)).isInstanceOf(Decision.Refuse.class);
        }

        @Test
        void ofAnEarlierSealedSecretOfTheNameIsLeftAlone() {
            assertThat(decide(wanted, same().ownedBy("earlier-uid").done(), NEW_SPEC))
                    .isInstanceOf(Decision.Refuse.class);
        }

        @Test
        void withUsAsAnOwnerThatDoesNotControlItIsLeftAlone() {
            OwnerReference reference =
                    new OwnerReference("bitnami.com/v1alpha1", "SealedSecret", "s", OWNER_UID, null, null);

            assertThat(decide(wanted, same().owners(reference).done(), NEW_SPEC))
                    .isInstanceOf(Decision.Refuse.class);
        }

        @ParameterizedTest
        @CsvSource({"managed", "patch"})
        void withAnotherValueThanTrueInTheAnnotationIsLeftAlone(String annotation) {
            Secret existing = new SecretBuilder()
                    .annotation("sealedsecrets.bitnami.com/" + annotation, "True")
                    .stored()
                    .done();

            assertThat(decide(wanted, existing, NEW_SPEC)).isInstanceOf(Decision.Refuse.class);
        }
    }

    @Nested
    class Managed {
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void isTakenOverWithEverythingReplaced(boolean specApplied) {
            Secret existing = new SecretBuilder()
                    .data("foo", "old")
                    .data("foo2", "old")
                    .label("another", "y")
                    .annotation(MANAGED, "true")
                    .annotation("other", "z")
                    .stored()
                    .done();

            assertThat(decide(wanted, existing, new Relation(specApplied, "")))
                    .isEqualTo(new Decision.Update(same().done(), Hold.MANAGED));
        }

        @Test
        void isTakenOverFromAnotherController() {
            Secret existing =
                    same().ownedBy("another-uid").annotation(MANAGED, "true").done();

            assertThat(decide(wanted, existing, NEW_SPEC)).isEqualTo(new Decision.Update(same().done(), Hold.MANAGED));
        }

        @ParameterizedTest
        @EnumSource(DriftMode.class)
        void isTakenOverWhateverTheDriftMode(DriftMode drift) {
            Secret existing = same().owners().annotation(MANAGED, "true").done();

            assertThat(decider(drift).decide(wanted, OWNER_UID, existing, APPLIED))
                    .isInstanceOf(Decision.Update.class);
        }
    }

    @Nested
    class Patched {
        private final SecretBuilder existing = new SecretBuilder()
                .data("foo", "old")
                .data("foo2", "old")
                .label("a", "x")
                .label("keep", "y")
                .annotation(PATCH, "true");

        private SecretBuilder patched() {
            return new SecretBuilder()
                    .data("foo", "bar")
                    .data("foo2", "old")
                    .label("a", "b")
                    .label("keep", "y")
                    .annotation(PATCH, "true")
                    .annotation("c", "d");
        }

        @Test
        void getsItemsLabelsAndAnnotationsButNoOwner() {
            assertThat(decide(wanted, existing.stored().done(), NEW_SPEC))
                    .isEqualTo(new Decision.Update(patched().stored().done(), Hold.PATCHED));
        }

        @Test
        void getsTheOwnerTooIfItMayBeTakenOver() {
            Secret both = existing.annotation(MANAGED, "true").stored().done();

            assertThat(decide(wanted, both, NEW_SPEC))
                    .isEqualTo(new Decision.Update(
                            patched()
                                    .annotation(MANAGED, "true")
                                    .owned()
                                    .stored()
                                    .done(),
                            Hold.PATCHED_AND_OWNED));
        }

        @Test
        void keepsWhatIsInItAfterItWasTakenOver() {
            Secret both = patched().annotation(MANAGED, "true").owned().stored().done();

            assertThat(decide(wanted, both, APPLIED)).isEqualTo(new Decision.Keep(Hold.PATCHED_AND_OWNED));
        }

        @Test
        void keepsItsTypeIfTheTemplateNamesNone() {
            Secret typed = existing.type("kubernetes.io/basic-auth").stored().done();

            assertThat(decide(wanted, typed, NEW_SPEC))
                    .isEqualTo(new Decision.Update(
                            patched().type("kubernetes.io/basic-auth").stored().done(), Hold.PATCHED));
        }

        @Test
        void isAskedToChangeItsTypeIfTheTemplateNamesAnother() {
            Secret typedWanted =
                    new SecretBuilder().type("kubernetes.io/tls").owned().done();

            assertThat(decide(typedWanted, existing.stored().done(), NEW_SPEC))
                    .isInstanceOfSatisfying(
                            Decision.Update.class,
                            update -> assertThat(update.secret().type()).isEqualTo("kubernetes.io/tls"));
        }
    }

    @Nested
    class WithoutOwner {
        private final Secret free =
                new SecretBuilder().data("foo", "bar").annotation(SKIP, "true").done();

        private SecretBuilder copy() {
            return new SecretBuilder().data("foo", "bar").annotation(SKIP, "true");
        }

        @Test
        void isOursIfItsContentIsWhatWeWouldWrite() {
            assertThat(decide(free, copy().stored().done(), NEW_SPEC)).isEqualTo(new Decision.Keep(Hold.OWNED));
        }

        @Test
        void isUpdatedByItsRecordedWriter() {
            Secret existing = copy().data("foo", "old").stored().done();

            assertThat(decide(free, existing, new Relation(false, "secret-uid")))
                    .isEqualTo(new Decision.Update(copy().stored().done(), Hold.OWNED));
        }

        @Test
        void isForeignWithOtherContentAndNoRecord() {
            Secret existing = copy().data("foo", "mine").stored().done();

            assertThat(decide(free, existing, NEW_SPEC)).isEqualTo(new Decision.Refuse(Failure.unmanaged("s")));
        }

        @Test
        void isForeignIfTheRecordIsAboutAnotherSecretOfTheName() {
            Secret existing = copy().data("foo", "mine").stored().done();

            assertThat(decide(free, existing, new Relation(true, "earlier-secret-uid")))
                    .isEqualTo(new Decision.Refuse(Failure.unmanaged("s")));
        }

        @Test
        void losesTheOwnerThatItHadBefore() {
            Secret existing = copy().owned().stored().done();

            assertThat(decide(free, existing, NEW_SPEC))
                    .isEqualTo(new Decision.Update(copy().stored().done(), Hold.OWNED));
        }
    }

    @Nested
    class Immutable {
        @Test
        void dataStaysAndTheUserIsToldWhatToDo() {
            Secret existing = same().data("foo", "old").immutable(true).done();

            assertThat(decide(wanted, existing, NEW_SPEC)).isInstanceOfSatisfying(Decision.Refuse.class, refuse -> {
                assertThat(refuse.failure().eventMessage())
                        .isEqualTo("Error updating ns/s: the target Secret is immutable. Once a Secret is marked as"
                                + " immutable, it is not possible to revert this change nor to mutate the"
                                + " contents of the data field. You can only delete and recreate the Secret.");
                assertThat(refuse.failure().statusMessage())
                        .isEqualTo("Secret \"s\" is invalid: data: Forbidden: field is immutable when"
                                + " `immutable` is set");
                assertThat(refuse.failure().retry()).isEqualTo(RetryClass.HOPELESS);
            });
        }

        @Test
        void labelsMayChange() {
            Secret existing = same().label("a", "old").immutable(true).done();

            assertThat(decide(wanted, existing, NEW_SPEC))
                    .isEqualTo(new Decision.Update(same().immutable(true).done(), Hold.OWNED));
        }

        @Test
        void isSwitchedOnLater() {
            Secret immutable = new SecretBuilder()
                    .data("foo", "bar")
                    .owned()
                    .immutable(true)
                    .done();
            Secret existing =
                    new SecretBuilder().data("foo", "bar").owned().stored().done();

            assertThat(decide(immutable, existing, NEW_SPEC))
                    .isInstanceOfSatisfying(
                            Decision.Update.class,
                            update -> assertThat(update.secret().immutable()).isTrue());
        }

        @Test
        void isNeverSwitchedOff() {
            Secret existing = same().immutable(true).done();

            assertThat(decide(wanted, existing, NEW_SPEC)).isEqualTo(new Decision.Keep(Hold.OWNED));
        }
    }

    @Nested
    class SealingKeys {
        private static final String LABEL = "sealedsecrets.bitnami.com/sealed-secrets-key";

        @ParameterizedTest
        @ValueSource(strings = {"active", "compromised", ""})
        void areNotCreatedWhateverTheValueOfTheLabel(String value) {
            Secret key =
                    new SecretBuilder().in("kube-system").label(LABEL, value).done();

            assertThat(decide(key, null, NEW_SPEC)).isEqualTo(new Decision.Refuse(Failure.sealingKey()));
        }

        @Test
        void areNotCreatedUnderTheLegacyName() {
            Secret key = new SecretBuilder()
                    .in("kube-system")
                    .named("sealed-secrets-key")
                    .done();

            assertThat(decide(key, null, NEW_SPEC)).isEqualTo(new Decision.Refuse(Failure.sealingKey()));
        }

        @Test
        void areNotPatched() {
            Secret existing = new SecretBuilder()
                    .in("kube-system")
                    .label(LABEL, "active")
                    .annotation(PATCH, "true")
                    .stored()
                    .done();
            Secret plain =
                    new SecretBuilder().in("kube-system").data("tls.key", "x").done();

            assertThat(decide(plain, existing, NEW_SPEC)).isEqualTo(new Decision.Refuse(Failure.sealingKey()));
        }

        @Test
        void areOrdinarySecretsInOtherNamespaces() {
            Secret key = new SecretBuilder()
                    .named("sealed-secrets-key")
                    .label(LABEL, "active")
                    .done();

            assertThat(decide(key, null, NEW_SPEC)).isEqualTo(new Decision.Create(key));
        }
    }

    private static SecretBuilder same() {
        return new SecretBuilder()
                .data("foo", "bar")
                .label("a", "b")
                .annotation("c", "d")
                .owned()
                .stored();
    }

    private static Decision decide(Secret wanted, @Nullable Secret existing, Relation relation) {
        return decider(DriftMode.HEAL).decide(wanted, OWNER_UID, existing, relation);
    }

    private static SecretDecider decider(DriftMode drift) {
        return new SecretDecider(GUARD, drift);
    }
}
