package dev.sealedsecrets.controller.reconcile;

import static dev.sealedsecrets.controller.reconcile.ReconcilerFixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.Workload;
import dev.sealedsecrets.controller.reconcile.ReconcilerFixture.Options;
import dev.sealedsecrets.resource.Annotations;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretValue;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkloadRestartsTest {
    private static final String MARK = "secret.sealedsecrets.bitnami.com/s";
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/ns/deployments";

    private final ReconcilerFixture fixture = new ReconcilerFixture(Options.USUAL, true);

    @AfterEach
    void end() {
        fixture.close();
    }

    /** A Deployment with a container that has the item foo of this Secret in its environment. */
    private void deployment(String name, String wish, String secret) {
        fixture.cluster
                .clients()
                .main()
                .resource(new DeploymentBuilder()
                        .withNewMetadata()
                        .withNamespace("ns")
                        .withName(name)
                        .addToAnnotations(Annotations.RESTART_ON_CHANGE, wish)
                        .endMetadata()
                        .withNewSpec()
                        .withNewTemplate()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("c")
                        .addNewEnv()
                        .withName("FOO")
                        .withNewValueFrom()
                        .withNewSecretKeyRef("foo", secret, false)
                        .endValueFrom()
                        .endEnv()
                        .endContainer()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build())
                .create();
    }

    /** The marks for the Secret s, by workload; empty where there is none. */
    private String mark(String name) {
        return workloads().stream()
                .filter(workload -> workload.key().name().equals(name))
                .map(workload -> workload.podAnnotations().getOrDefault(MARK, ""))
                .findFirst()
                .orElseThrow();
    }

    private List<Workload> workloads() {
        try {
            return fixture.cluster.workloads().list("ns");
        } catch (ApiFailure e) {
            throw new AssertionError(e);
        }
    }

    private void createAndSettle() {
        fixture.create(0, "bar");
        fixture.passUntilSettled();
    }

    private void change(String value) {
        fixture.replaceSpec(fixture.spec(0, value));
        fixture.passUntilSettled();
    }

    @Test
    void aChangedValueRestartsWhoeverUsesTheSecretAndAsksForIt() {
        deployment("asks", "true", "s");
        deployment("silent", "false", "s");
        deployment("other", "true", "another");
        deployment("names", "another, s", "another");
        createAndSettle();
        assertThat(mark("asks")).as("a new Secret is no change").isEmpty();

        change("baz");

        assertThat(mark("asks")).isNotEmpty();
        assertThat(mark("names")).isEqualTo(mark("asks"));
        assertThat(mark("silent")).isEmpty();
        assertThat(mark("other")).isEmpty();
        assertThat(fixture.metric("workload_restarts", "namespace=ns", "kind=Deployment"))
                .isEqualTo(2);
        assertThat(fixture.endAndListEvents())
                .contains("Restarted: restarted Deployment asks", "Restarted: restarted Deployment names");
    }

    @Test
    void theSameValuesSealedAnewOrWithOtherLabelsRestartNothing() {
        deployment("asks", "true", "s");
        createAndSettle();

        change("bar");
        fixture.replaceSpec(fixture.spec(0, "bar", "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}"));
        fixture.passUntilSettled();
        fixture.keys.hold(0, 1);
        fixture.replaceSpec(fixture.spec(1, "bar"));
        fixture.passUntilSettled();

        assertThat(mark("asks")).isEmpty();
    }

    @Test
    void anEditThatIsRepairedRestartsNothing() {
        deployment("asks", "true", "s");
        createAndSettle();
        Secret secret = fixture.secret().orElseThrow();
        fixture.put(new Secret(
                secret.metadata(), secret.type(), secret.immutable(), Map.of("foo", SecretValue.ofText("edited"))));

        fixture.passUntilSettled();

        assertThat(mark("asks")).isEmpty();
    }

    @Test
    void anAttemptThatBreaksOffIsRepeatedAndRestartsNobodyTwice() {
        deployment("a", "true", "s");
        deployment("b", "true", "s");
        createAndSettle();
        fixture.cluster.fail("PATCH", DEPLOYMENTS + "/b", 503, "busy");
        fixture.replaceSpec(fixture.spec(0, "baz"));

        assertThat(fixture.pass()).as("comes again").isNotEmpty();
        assertThat(mark("a")).isNotEmpty();
        assertThat(mark("b")).isEmpty();
        assertThat(fixture.synced().path("status").asText()).isEqualTo("True");
        fixture.cluster.recover();
        fixture.pass();

        assertThat(fixture.cluster.takeRequests())
                .contains("PATCH " + DEPLOYMENTS + "/b")
                .doesNotContain("PATCH " + DEPLOYMENTS + "/a");
        assertThat(mark("b")).isEqualTo(mark("a"));
        assertThat(fixture.pass()).as("nothing is left to do").isEmpty();
        assertThat(fixture.metric("workload_restarts", "kind=Deployment"))
                .as("also what came before the failure")
                .isEqualTo(2);
        assertThat(fixture.endAndListEvents())
                .contains("Restarted: restarted Deployment a", "Restarted: restarted Deployment b");
    }

    @Test
    void oldValuesThatComeBackAfterABrokenAttemptRestartWhoeverHasTheNewOnes() {
        deployment("a", "true", "s");
        deployment("b", "true", "s");
        createAndSettle();
        fixture.cluster.fail("PATCH", DEPLOYMENTS + "/b", 503, "busy");
        fixture.replaceSpec(fixture.spec(0, "baz"));
        fixture.pass();
        String withNewValues = mark("a");
        fixture.cluster.recover();

        change("bar");

        assertThat(mark("a")).isNotEqualTo(withNewValues).isEqualTo(mark("b"));
    }

    @Test
    void aProcessThatEndsBetweenSecretAndRestartLeavesTheRestartToTheNext() {
        deployment("asks", "true", "s");
        createAndSettle();
        fixture.cluster.fail("GET", DEPLOYMENTS, 503, "busy");
        fixture.replaceSpec(fixture.spec(0, "baz"));
        fixture.pass();
        assertThat(mark("asks", true)).isEmpty();

        fixture.memory.remove(KEY);
        fixture.cluster.recover();
        fixture.passUntilSettled();

        assertThat(mark("asks")).isNotEmpty();
    }

    private String mark(String name, boolean recover) {
        if (recover) {
            fixture.cluster.recover();
        }
        return mark(name);
    }

    @Test
    void withoutRightsTheSecretIsInOrderAndNothingIsRepeated() {
        deployment("asks", "true", "s");
        createAndSettle();
        fixture.cluster.fail("GET", DEPLOYMENTS, 403, "forbidden");

        change("baz");

        assertThat(mark("asks", true)).isEmpty();
        assertThat(fixture.synced().path("status").asText()).isEqualTo("True");
    }

    @Test
    void whatTheApiServerRefusesDoesNotHoldUpOthers() {
        deployment("a", "true", "s");
        deployment("b", "true", "s");
        createAndSettle();
        fixture.cluster.fail("PATCH", DEPLOYMENTS + "/a", 422, "no");

        change("baz");

        assertThat(mark("a")).isEmpty();
        assertThat(mark("b")).isNotEmpty();
    }

    @Test
    void everyKindOfWorkloadAndEveryUseOfASecretCounts() throws ApiFailure {
        fixture.cluster
                .clients()
                .main()
                .resource(new StatefulSetBuilder()
                        .withNewMetadata()
                        .withNamespace("ns")
                        .withName("stateful")
                        .endMetadata()
                        .withNewSpec()
                        .withNewTemplate()
                        .withNewSpec()
                        .addNewVolume()
                        .withName("v")
                        .withNewSecret()
                        .withSecretName("mounted")
                        .endSecret()
                        .endVolume()
                        .addNewVolume()
                        .withName("p")
                        .withNewProjected()
                        .addNewSource()
                        .withNewSecret()
                        .withName("projected")
                        .endSecret()
                        .endSource()
                        .endProjected()
                        .endVolume()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build())
                .create();
        fixture.cluster
                .clients()
                .main()
                .resource(new DaemonSetBuilder()
                        .withNewMetadata()
                        .withNamespace("ns")
                        .withName("daemon")
                        .endMetadata()
                        .withNewSpec()
                        .withNewTemplate()
                        .withNewSpec()
                        .addNewInitContainer()
                        .withName("i")
                        .addNewEnvFrom()
                        .withNewSecretRef("all", false)
                        .endEnvFrom()
                        .endInitContainer()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build())
                .create();

        Map<String, Workload> found =
                workloads().stream().collect(Collectors.toMap(each -> each.key().name(), each -> each));

        Workload stateful = Objects.requireNonNull(found.get("stateful"));
        Workload daemon = Objects.requireNonNull(found.get("daemon"));
        assertThat(stateful.secrets()).containsExactly("mounted", "projected");
        assertThat(daemon.secrets()).containsExactly("all");
        fixture.cluster.workloads().annotatePods(stateful, MARK, "x");
        fixture.cluster.workloads().annotatePods(daemon, MARK, "y");
        assertThat(List.of(mark("stateful"), mark("daemon"))).containsExactly("x", "y");
    }

    @Test
    void aLongNameOfASecretFitsIntoTheNameOfAnAnnotation() {
        String name = "a".repeat(100);

        String mark = WorkloadRestarts.mark(name);

        assertThat(mark.substring(mark.indexOf('/') + 1)).hasSize(63).startsWith("a".repeat(46) + "-");
        assertThat(mark).isNotEqualTo(WorkloadRestarts.mark(name + "b"));
    }
}
