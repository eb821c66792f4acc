package dev.sealedsecrets.controller.reconcile;

import static dev.sealedsecrets.controller.reconcile.ReconcilerFixture.KEY;
import static dev.sealedsecrets.controller.reconcile.ReconcilerFixture.SEALED_SECRET;
import static dev.sealedsecrets.controller.reconcile.ReconcilerFixture.SECRET;
import static dev.sealedsecrets.controller.reconcile.ReconcilerFixture.SECRETS;
import static dev.sealedsecrets.controller.reconcile.ReconcilerFixture.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealedsecrets.controller.cluster.LogLines;
import dev.sealedsecrets.controller.reconcile.ReconcilerFixture.Options;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Passes over one object: calls, status, events and metrics of each, and when the next one follows. */
class ReconcilerTest {
    private static final String UNSEALED = "Unsealed: SealedSecret unsealed successfully";
    private static final String NO_KEY = "no key could decrypt secret (foo)";

    private ReconcilerFixture fixture = new ReconcilerFixture(Options.USUAL);

    @AfterEach
    void end() {
        fixture.close();
    }

    @Test
    void aNewObjectCostsOneWriteOfTheSecretOneOfTheStatusAndOneEvent() {
        fixture.create(0, "bar");

        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.cluster.takeRequests())
                .containsOnlyOnce("POST " + SECRETS, "PUT " + STATUS)
                .doesNotContain("GET " + SECRET);
        assertThat(value("foo")).isEqualTo("bar");
        assertThat(fixture.synced().path("status").asText()).isEqualTo("True");
        assertThat(fixture.metric("unseal_requests")).isEqualTo(1);
        assertThat(fixture.metric("condition_info", "name=s")).isEqualTo(1);
        assertThat(fixture.endAndListEvents()).containsExactly(UNSEALED);
    }

    @Test
    void anObjectThatIsRightCostsNothing() {
        fixture.create(0, "bar");
        fixture.passUntilSettled();

        assertThat(fixture.pass()).isEmpty();
        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.cluster.takeRequests()).isEmpty();
        assertThat(fixture.metric("unseal_requests")).isEqualTo(1);
    }

    @Test
    void afterARestartAnObjectThatIsRightCostsNothing() {
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        fixture.memory.remove(KEY);

        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.cluster.takeRequests()).isEmpty();
        assertThat(fixture.metric("unseal_requests")).isEqualTo(1);
        assertThat(fixture.metric("condition_info", "name=s")).isEqualTo(1);
        assertThat(fixture.endAndListEvents()).containsExactly(UNSEALED);
    }

    @Test
    void afterARestartWithoutTheKeyOfTheRecordAnObjectCostsOneReadAndANewRecord() {
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        String record = SyncStatus.recordIn(fixture.sealedSecret().getStatus());
        fixture.edit(
                object -> ((ObjectNode) object.getStatus().path("conditions").path(2)).put("message", "v0 other"));
        fixture.memory.remove(KEY);

        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.cluster.takeRequests()).containsExactly("GET " + SECRET, "PUT " + STATUS);
        assertThat(SyncStatus.recordIn(fixture.sealedSecret().getStatus())).isEqualTo(record);
        assertThat(fixture.endAndListEvents()).containsExactly(UNSEALED);
    }

    @Test
    void afterARestartAnEditThatNobodyCorrectsCostsOneReadAndNoWrite() {
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        Secret secret = fixture.secret().orElseThrow();
        fixture.put(new Secret(
                secret.metadata().edit().labels(Map.of("a", "b")).done(),
                secret.type(),
                secret.immutable(),
                secret.data()));
        fixture.memory.remove(KEY);

        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.cluster.takeRequests()).containsExactly("GET " + SECRET);
    }

    @Test
    void anEditOfTheSecretIsHealed() {
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        editSecret("hacked");

        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.cluster.takeRequests()).containsExactly("GET " + SECRET, "PUT " + SECRET, "PUT " + STATUS);
        assertThat(value("foo")).isEqualTo("bar");
    }

    @Test
    void aDeletedSecretComesBack() {
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        fixture.deleteSecret();

        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.cluster.takeRequests()).contains("GET " + SEALED_SECRET, "POST " + SECRETS);
        assertThat(value("foo")).isEqualTo("bar");
    }

    @Test
    void aStatusThatSomebodyChangedIsRestoredWithoutUnsealing() {
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        fixture.edit(object -> object.setStatus(JsonNodeFactory.instance.objectNode()));

        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.cluster.takeRequests()).containsExactly("PUT " + STATUS);
        assertThat(fixture.synced().path("status").asText()).isEqualTo("True");
        assertThat(fixture.metric("unseal_requests")).isEqualTo(1);
    }

    @Test
    void whatCannotBeOpenedIsTriedAsOftenAsTheFlagSaysAndThenParked() {
        fixture.create(1, "bar");

        assertThat(fixture.passUntilSettled()).isEqualTo(3);

        assertThat(fixture.pass()).isEmpty();
        assertThat(fixture.metric("unseal_errors", "reason=unseal", "namespace=ns"))
                .isEqualTo(3);
        assertThat(fixture.metric("condition_info", "name=s")).isEqualTo(-1);
        assertThat(fixture.synced().path("message").asText()).isEqualTo(NO_KEY);
        assertThat(fixture.sealedSecret().getStatus().findValuesAsText("type")).contains("Stalled");
        assertThat(fixture.secret()).isEmpty();
        assertThat(fixture.endAndListEvents()).containsExactly("ErrUnsealFailed: Failed to unseal: " + NO_KEY);
    }

    @Test
    void whatFailedIsTriedAgainWithNewKeys() {
        fixture.create(1, "bar");
        fixture.passUntilSettled();
        fixture.keys.hold(0, 1);

        assertThat(fixture.memory.overruleFailed()).containsExactly(KEY);
        assertThat(fixture.pass()).isEmpty();

        assertThat(value("foo")).isEqualTo("bar");
        assertThat(fixture.synced().path("status").asText()).isEqualTo("True");
        assertThat(fixture.endAndListEvents()).last().isEqualTo(UNSEALED);
    }

    @Test
    void afterARestartAKnownFailureIsNotAnnouncedAgain() {
        fixture.create(1, "bar");
        fixture.passUntilSettled();
        fixture.memory.remove(KEY);

        fixture.passUntilSettled();

        assertThat(fixture.endAndListEvents()).hasSize(1);
    }

    @Test
    void aFailureLeavesTheLastGoodSecret() {
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        fixture.replaceSpec(fixture.spec(1, "baz"));

        fixture.passUntilSettled();

        assertThat(value("foo")).isEqualTo("bar");
        assertThat(fixture.synced().path("status").asText()).isEqualTo("False");
        assertThat(fixture.sealedSecret().getStatus().path("observedGeneration").asInt())
                .isEqualTo(2);
    }

    @Test
    void anObjectOfTheWrongShapeHasAStatusOfItsOwn() {
        ObjectNode spec = fixture.spec(0, "bar", "{\"metadata\":{\"ownerReferences\":\"nonsense\"}}");
        fixture.create(spec);

        fixture.passUntilSettled();

        assertThat(fixture.synced().path("message").asText())
                .isEqualTo("spec.template.metadata.ownerReferences: expected a list, found text");
    }

    @Test
    void aTemplateErrorIsShownWithoutTheValueInIt() {
        fixture.create(fixture.spec(0, "hunter2", "{\"data\":{\"conf\":\"{{ fail .foo }}\"}}"));

        fixture.passUntilSettled();

        assertThat(fixture.synced().path("message").asText()).isEqualTo("template: conf: refused (conf)");
        assertThat(fixture.endAndListEvents()).singleElement().asString().doesNotContain("hunter2");
    }

    @Test
    void aForeignSecretIsLeftAloneAndGivesWayHalfASecondAfterItsDeletion() {
        fixture.put(foreign().done());
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        assertThat(fixture.metric("unseal_errors", "reason=unmanaged")).isEqualTo(3);
        fixture.deleteSecret();

        assertThat(fixture.pass()).contains(Duration.ofMillis(500));
        assertThat(fixture.secret()).isEmpty();
        fixture.nanoTime.addAndGet(Duration.ofMillis(499).toNanos());
        assertThat(fixture.pass()).contains(Duration.ofMillis(500));
        assertThat(fixture.secret()).isEmpty();
        fixture.nanoTime.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(fixture.pass()).isEmpty();

        assertThat(value("foo")).isEqualTo("bar");
    }

    @Test
    void aForeignSecretIsTakenOverOnceItIsAnnotated() {
        Secret foreign = fixture.put(foreign().done());
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        fixture.put(foreign.withMetadata(foreign.metadata().withAnnotations(Map.of(SecretBuilder.MANAGED, "true"))));

        assertThat(fixture.pass()).isEmpty();

        assertThat(value("foo")).isEqualTo("bar");
        assertThat(fixture.secret().orElseThrow().data()).doesNotContainKey("mine");
    }

    @Test
    void aPatchedSecretIsNeitherHealedNorCreatedAgain() {
        fixture.put(foreign().annotation(SecretBuilder.PATCH, "true").done());
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        assertThat(fixture.secret().orElseThrow().data()).containsOnlyKeys("mine", "foo");
        editSecret("theirs");

        assertThat(fixture.pass()).isEmpty();
        assertThat(value("foo")).isEqualTo("theirs");
        fixture.deleteSecret();
        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.secret()).isEmpty();
    }

    @Test
    void aRefusedSecretIsReportedWithTheTextOfTheApiServer() {
        fixture.cluster.fail("POST", "/secrets", 422, "Secret \"s\" is invalid: data[tls.crt]: Required value");
        fixture.create(0, "bar");

        assertThat(fixture.passUntilSettled()).isEqualTo(3);

        assertThat(fixture.synced().path("message").asText())
                .isEqualTo("Secret \"s\" is invalid: data[tls.crt]: Required value");
        assertThat(fixture.metric("unseal_errors", "reason=update")).isEqualTo(3);
        assertThat(fixture.endAndListEvents())
                .containsExactly("ErrUpdateFailed: Secret \"s\" is invalid: data[tls.crt]: Required value");
    }

    @Test
    void missingRightsAreWaitedForHoweverLongThatTakes() {
        fixture.cluster.fail("POST", "/secrets", 403, "secrets is forbidden");
        fixture.create(0, "bar");
        for (int i = 0; i < 20; i++) {
            assertThat(fixture.pass()).isPresent();
        }
        assertThat(fixture.synced().path("message").asText()).isEqualTo("secrets is forbidden");

        fixture.cluster.recover();

        assertThat(fixture.pass()).isEmpty();
        assertThat(value("foo")).isEqualTo("bar");
        assertThat(fixture.endAndListEvents()).containsExactly("ErrUpdateFailed: secrets is forbidden", UNSEALED);
    }

    @Test
    void aSecretThatTheViewDoesNotShowYetIsReadAndKept() {
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        fixture.memory.remove(KEY);
        fixture.heldSighting = new SecretSighting.Absent();

        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.cluster.takeRequests())
                .containsExactly("GET " + SEALED_SECRET, "POST " + SECRETS, "GET " + SECRET);
    }

    @Test
    void aSecretThatTheViewStillShowsIsCreated() {
        fixture.create(0, "bar");
        fixture.heldSighting = new SecretSighting.Present(new SecretVersion("gone", "1"));

        assertThat(fixture.pass()).isEmpty();

        assertThat(value("foo")).isEqualTo("bar");
    }

    @Test
    void theStatusIsWrittenAgainAfterAConflict() {
        fixture.create(0, "bar");
        fixture.cluster.failOnce("PUT", "/status", 409, "the object has been modified");

        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.cluster.takeRequests())
                .containsSubsequence("PUT " + STATUS, "GET " + SEALED_SECRET, "PUT " + STATUS);
        assertThat(fixture.synced().path("status").asText()).isEqualTo("True");
    }

    @Test
    void theStatusOfANewerSpecIsLeftToTheNextPass() {
        fixture.create(0, "bar");
        fixture.heldSealedSecret = fixture.sealedSecret();
        fixture.replaceSpec(fixture.spec(0, "baz"));
        fixture.cluster.failOnce("PUT", "/status", 409, "the object has been modified");

        assertThat(fixture.pass()).isEmpty();
        fixture.heldSealedSecret = null;
        assertThat(fixture.synced().isMissingNode()).isTrue();

        assertThat(fixture.pass()).isEmpty();
        assertThat(fixture.sealedSecret().getStatus().path("observedGeneration").asInt())
                .isEqualTo(2);
        assertThat(value("foo")).isEqualTo("baz");
    }

    @Test
    void aStatusThatCannotBeWrittenIsTriedAgainWithoutUnsealing() {
        fixture.cluster.fail("PUT", "/status", 403, "sealedsecrets/status is forbidden");
        fixture.create(0, "bar");

        assertThat(fixture.pass()).isPresent();
        assertThat(value("foo")).isEqualTo("bar");
        assertThat(fixture.pass()).isPresent();
        assertThat(fixture.metric("unseal_requests")).isEqualTo(1);
        assertThat(fixture.metric("unseal_errors", "reason=status")).isEqualTo(2);
        assertThat(fixture.metric("condition_info", "name=s")).isZero();

        fixture.cluster.recover();
        assertThat(fixture.pass()).isEmpty();
        assertThat(fixture.synced().path("status").asText()).isEqualTo("True");
    }

    @Test
    void anObjectThatIsBeingDeletedIsLeftAlone() {
        fixture.create(0, "bar");
        fixture.heldSealedSecret = fixture.sealedSecret();
        fixture.heldSealedSecret.getMetadata().setDeletionTimestamp("2026-01-01T00:00:00Z");

        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.secret()).isEmpty();
    }

    @Test
    void aSecretIsNotCreatedAgainForAnObjectThatHasGoneMeanwhile() {
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        fixture.heldSealedSecret = fixture.sealedSecret();
        fixture.delete();
        fixture.deleteSecret();

        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.secret()).isEmpty();
    }

    @Test
    void aDeletedObjectCountsAsARequestAndLosesItsMetric() {
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        fixture.delete();

        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.metric("unseal_requests")).isEqualTo(2);
        assertThat(fixture.metric("condition_info", "name=s")).isZero();
        assertThat(fixture.secret()).isPresent();
        assertThat(fixture.memory.find(KEY)).isEmpty();
    }

    @Test
    void withOldGarbageCollectionTheSecretGoesWithItsObject() {
        use(new Options(DriftMode.HEAL, true, true, true, 2));
        fixture.create(
                fixture.spec(0, "bar", "{\"metadata\":{\"annotations\":{\"" + SecretBuilder.SKIP + "\":\"true\"}}}"));
        fixture.passUntilSettled();
        fixture.delete();

        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.secret()).isEmpty();
    }

    @Test
    void withOldGarbageCollectionADeletionIsRepeatedUntilItWorks() {
        use(new Options(DriftMode.HEAL, true, true, true, 2));
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        fixture.delete();
        fixture.cluster.fail("DELETE", "/secrets/s", 403, "secrets is forbidden");

        assertThat(fixture.pass()).isPresent();
        fixture.cluster.recover();
        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.secret()).isEmpty();
    }

    @Test
    void withOldGarbageCollectionAForeignSecretStays() {
        use(new Options(DriftMode.HEAL, true, true, true, 2));
        fixture.put(foreign().done());
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        fixture.delete();

        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.secret()).isPresent();
    }

    @Test
    void withoutStatusNothingIsWrittenToIt() {
        use(new Options(DriftMode.HEAL, false, false, true, 2));
        fixture.create(0, "bar");

        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.sealedSecret().getStatus()).isNull();
        assertThat(fixture.metric("condition_info", "name=s")).isZero();
        assertThat(fixture.endAndListEvents()).containsExactly(UNSEALED);
    }

    @Test
    void detectedDriftIsReportedAndEndsWhenTheSecretIsRightAgain() {
        use(new Options(DriftMode.DETECT, true, false, true, 2));
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        editSecret("hacked");

        assertThat(fixture.pass()).isEmpty();
        assertThat(value("foo")).isEqualTo("hacked");
        assertThat(fixture.sealedSecret().getStatus().findValuesAsText("type"))
                .containsExactly("Synced", "Ready", "Drifted", "Applied");
        editSecret("bar");
        assertThat(fixture.pass()).isEmpty();

        assertThat(fixture.sealedSecret().getStatus().findValuesAsText("type"))
                .containsExactly("Synced", "Ready", "Applied");
        assertThat(fixture.endAndListEvents())
                .containsExactly(UNSEALED, "Drifted: the Secret was edited, and is left as it is");
    }

    @Test
    void withoutAWatchOnSecretsAnExistingOneIsFoundByTheConflict() {
        use(new Options(DriftMode.HEAL, true, false, false, 2));
        fixture.put(foreign().done());
        fixture.create(0, "bar");

        fixture.passUntilSettled();

        assertThat(fixture.metric("unseal_errors", "reason=unmanaged")).isEqualTo(3);
    }

    @Test
    void withoutAWatchOnSecretsADeletedOneStaysAwayUntilTheSpecChangesOrARestart() {
        use(new Options(DriftMode.HEAL, true, false, false, 2));
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        fixture.deleteSecret();
        fixture.edit(object -> object.getMetadata().setLabels(Map.of("touched", "yes")));

        assertThat(fixture.pass()).isEmpty();
        assertThat(fixture.secret()).isEmpty();
        fixture.memory.remove(KEY);
        assertThat(fixture.pass()).isEmpty();

        assertThat(value("foo")).isEqualTo("bar");
    }

    @Test
    void anEditIsCountedWhenItIsRestoredAndWhenItIsReported() {
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        editSecret("edited");
        fixture.passUntilSettled();
        assertThat(fixture.metric("drift", "action=restored")).isEqualTo(1);

        use(new Options(DriftMode.DETECT, true, false, true, 2));
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        editSecret("edited");
        fixture.passUntilSettled();
        fixture.memory.remove(KEY); // a restart
        fixture.passUntilSettled();

        assertThat(fixture.metric("drift", "action=reported")).isEqualTo(1);
        assertThat(value("foo")).isEqualTo("edited");
        assertThat(fixture.endAndListEvents()).containsOnlyOnce("Drifted: the Secret was edited, and is left as it is");
    }

    @Test
    void aTemplateWithAnotherNameIsWarnedOf() {
        try (LogLines log = new LogLines(Maker.class)) {
            fixture.create(0, "bar");
            fixture.passUntilSettled();
            assertThat(log.lines()).isEmpty();
            ObjectNode spec = fixture.sealedSecret().getSpec().deepCopy();
            spec.withObject("/template/metadata").put("name", "another");
            fixture.replaceSpec(spec);
            fixture.passUntilSettled();

            assertThat(log.lines())
                    .containsExactly(
                            "WARN Sealed Secret metadata doesn't match. Please align your Sealed Secret metadata sealed-secret="
                                    + KEY);
        }
    }

    @Test
    void aFightOverASecretIsToldAndSlowsDown() {
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        for (int i = 0; i < Fights.PATIENCE; i++) {
            editSecret("theirs " + i);
            fixture.passUntilSettled();
            assertThat(value("foo")).isEqualTo("bar");
        }

        editSecret("theirs");
        assertThat(fixture.pass()).contains(Duration.ofSeconds(1));
        assertThat(value("foo")).isEqualTo("theirs");
        fixture.nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
        fixture.passUntilSettled();

        assertThat(value("foo")).isEqualTo("bar");
        assertThat(fixture.metric("drift", "action=restored")).isEqualTo(Fights.PATIENCE + 1);
        assertThat(fixture.endAndListEvents())
                .containsOnlyOnce(
                        "FoughtOver: somebody else keeps changing the Secret: restoring it is put off for a while each time");
    }

    @Test
    void theStatusAndAMetricSayWhichKeyOpenedEachItem() {
        fixture.create(0, "bar");
        fixture.passUntilSettled();
        String fingerprint =
                fixture.sealedSecret().getStatus().path("openedBy").path("foo").asText();

        assertThat(fingerprint).startsWith("SHA256:");
        assertThat(fixture.metric("items_sealed_with", "fingerprint=" + fingerprint))
                .isEqualTo(1);

        fixture.memory.remove(KEY);
        fixture.passUntilSettled();
        assertThat(fixture.sealedSecret()
                        .getStatus()
                        .path("openedBy")
                        .path("foo")
                        .asText())
                .as("after a restart")
                .isEqualTo(fingerprint);
        assertThat(fixture.metric("items_sealed_with", "fingerprint=" + fingerprint))
                .isEqualTo(1);
    }

    private void use(Options options) {
        fixture.close();
        fixture = new ReconcilerFixture(options);
    }

    private static SecretBuilder foreign() {
        return new SecretBuilder().data("mine", "x").type("Opaque");
    }

    private String value(String key) {
        SecretValue value =
                Objects.requireNonNull(fixture.secret().orElseThrow().data().get(key));
        return new String(value.bytes(), StandardCharsets.UTF_8);
    }

    private void editSecret(String value) {
        Secret secret = fixture.secret().orElseThrow();
        fixture.put(new Secret(
                secret.metadata(), secret.type(), secret.immutable(), Map.of("foo", SecretValue.ofText(value))));
    }
}
