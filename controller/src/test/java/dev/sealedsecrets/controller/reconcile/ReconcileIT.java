package dev.sealedsecrets.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealedsecrets.controller.cluster.RealCluster;
import dev.sealedsecrets.controller.cluster.SealedSecretResource;
import dev.sealedsecrets.crypto.GeneratedSealingKey;
import dev.sealedsecrets.crypto.KeySpec;
import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.Sealer;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Reconciling on a real API server, with the rights of the controller's service account. */
@EnabledIfEnvironmentVariable(named = RealCluster.CONTROL_PLANE, matches = ".+")
class ReconcileIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final RealCluster cluster = new RealCluster();
    private final String namespace = cluster.newNamespace();
    private final String ownNamespace = cluster.newNamespace();
    private final Sealer sealer = new Sealer(new SecureRandom());
    private ControllerOnCluster controller;

    @BeforeEach
    void start() throws Exception {
        controller = new ControllerOnCluster(cluster, ownNamespace);
    }

    @AfterEach
    void end() {
        controller.close();
        cluster.close();
    }

    @Test
    void aSealedSecretBecomesASecretThatItOwnsWithStatusAndEvent() {
        SealedSecretResource sealed = create("s", spec("bar", "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}"));

        eventually(() -> synced("s").equals("True"));

        Secret secret = secret("s").orElseThrow();
        assertThat(value(secret, "foo")).isEqualTo("bar");
        assertThat(secret.getType()).isEqualTo("Opaque");
        assertThat(secret.getMetadata().getLabels()).isEqualTo(Map.of("a", "b"));
        assertThat(secret.getMetadata().getOwnerReferences()).singleElement().satisfies(owner -> {
            assertThat(owner.getUid()).isEqualTo(sealed.getMetadata().getUid());
            assertThat(owner.getController()).isTrue();
            assertThat(owner.getBlockOwnerDeletion()).isNull();
        });
        eventually(() -> events("s").size() == 1);
        assertThat(events("s")).singleElement().satisfies(event -> {
            assertThat(event.getReason()).isEqualTo("Unsealed");
            assertThat(event.getCount()).isEqualTo(1);
            assertThat(event.getInvolvedObject().getUid())
                    .isEqualTo(sealed.getMetadata().getUid());
        });
    }

    @Test
    void aRestartChangesNothing() throws Exception {
        create("s", spec("bar", "{}"));
        eventually(() -> synced("s").equals("True"));
        eventually(() -> events("s").size() == 1);
        String secretBefore = secret("s").orElseThrow().getMetadata().getResourceVersion();
        String sealedBefore = sealed("s").getMetadata().getResourceVersion();

        controller.close();
        controller = new ControllerOnCluster(cluster, ownNamespace);
        create("later", spec("later", "bar", "{}"));
        eventually(() -> synced("later").equals("True"));

        assertThat(secret("s").orElseThrow().getMetadata().getResourceVersion()).isEqualTo(secretBefore);
        assertThat(sealed("s").getMetadata().getResourceVersion()).isEqualTo(sealedBefore);
        assertThat(events("s")).singleElement().extracting(Event::getCount).isEqualTo(1);
    }

    @Test
    void whatOthersAddedStaysWhenAnEditIsHealedAndGoesWithANewSpec() {
        create("s", spec("bar", "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}"));
        eventually(() -> synced("s").equals("True"));

        patchSecret(
                "{\"data\": {\"foo\": \"aGFja2Vk\", \"extra\": \"eA==\"}, \"metadata\": {\"labels\": {\"other\": \"x\"}}}");
        eventually(() -> value(secret("s").orElseThrow(), "foo").equals("bar"));
        assertThat(secret("s").orElseThrow().getData()).containsOnlyKeys("foo");
        assertThat(secret("s").orElseThrow().getMetadata().getLabels()).isEqualTo(Map.of("a", "b", "other", "x"));
        replaceSpec("s", spec("baz", "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}"));

        eventually(() -> value(secret("s").orElseThrow(), "foo").equals("baz"));
        assertThat(secret("s").orElseThrow().getMetadata().getLabels()).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void anOwnerReferenceThatIsRemovedComesBack() {
        create("s", spec("bar", "{}"));
        eventually(() -> synced("s").equals("True"));

        patchSecret("{\"metadata\": {\"ownerReferences\": null}}");

        eventually(() ->
                secret("s").orElseThrow().getMetadata().getOwnerReferences().size() == 1);
    }

    @Test
    void aSecretThatIsOrphanedOnPurposeStaysWithoutOwner() {
        create("s", spec("bar", "{}"));
        eventually(() -> synced("s").equals("True"));

        cluster.admin()
                .resources(SealedSecretResource.class)
                .inNamespace(namespace)
                .withName("s")
                .withPropagationPolicy(DeletionPropagation.ORPHAN)
                .delete();

        eventually(() -> sealed("s") == null);
        assertThat(secret("s").orElseThrow().getMetadata().getOwnerReferences()).isEmpty();
        assertThat(value(secret("s").orElseThrow(), "foo")).isEqualTo("bar");
    }

    @Test
    void aForeignSecretIsLeftAloneUntilItsOwnerConsents() {
        cluster.admin()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName("s")
                        .endMetadata()
                        .addToData("mine", "eA==")
                        .build())
                .create();
        create("s", spec("bar", "{}"));
        eventually(() ->
                message("s").equals("failed update: Resource \"s\" already exists and is not managed by SealedSecret"));
        eventually(() -> stalled("s"));
        assertThat(secret("s").orElseThrow().getData()).containsOnlyKeys("mine");

        patchSecret("{\"metadata\": {\"annotations\": {\"sealedsecrets.bitnami.com/managed\": \"true\"}}}");

        eventually(() -> synced("s").equals("True"));
        assertThat(secret("s").orElseThrow().getData()).containsOnlyKeys("foo");
        assertThat(stalled("s")).isFalse();
    }

    @Test
    void aTypeThatCannotChangeIsReportedWithTheTextOfTheApiServer() {
        create("s", spec("bar", "{}"));
        eventually(() -> synced("s").equals("True"));

        replaceSpec("s", spec("bar", "{\"type\": \"example.com/other\"}"));

        eventually(() -> stalled("s"));
        assertThat(message("s"))
                .startsWith("Secret \"s\" is invalid: type: Invalid value: ")
                .contains("field is immutable");
        assertThat(secret("s").orElseThrow().getType()).isEqualTo("Opaque");
    }

    @Test
    void anObjectThatDoesNotDecodeHasAStatusAndStopsNobody() throws Exception {
        create("bad", spec("bad", "bar", "{\"metadata\": {\"ownerReferences\": \"nonsense\"}}"));
        controller.close();
        controller = new ControllerOnCluster(cluster, ownNamespace);

        create("s", spec("bar", "{}"));

        eventually(() -> synced("s").equals("True"));
        eventually(() -> message("bad").startsWith("spec.template.metadata.ownerReferences: "));
    }

    @Test
    void theStatusSurvivesARaceWithOtherWriters() {
        create("s", spec("bar", "{}"));
        eventually(() -> synced("s").equals("True"));

        replaceSpec("s", spec("baz", "{}"));
        for (int i = 0; i < 100; i++) {
            cluster.admin()
                    .resources(SealedSecretResource.class)
                    .inNamespace(namespace)
                    .withName("s")
                    .patch(MERGE, "{\"metadata\": {\"annotations\": {\"tick\": \"" + i + "\"}}}");
        }

        eventually(() -> value(secret("s").orElseThrow(), "foo").equals("baz"));
        eventually(() -> sealed("s").getStatus().path("observedGeneration").asInt() == 2);
    }

    @Test
    void aKeyThatIsRestoredHealsWhatFailedAndARetiredOneIsNoKeyAnyMore() {
        GeneratedSealingKey lost = GeneratedSealingKey.generate(
                new KeySpec(2048, Duration.ofDays(1), ""), InstantSource.system(), new SecureRandom());
        create("s", spec("s", "bar", "{}", lost.certificate().publicKey()));
        eventually(() -> stalled("s"));

        cluster.admin()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(ownNamespace)
                        .withName("restored")
                        .addToLabels("sealedsecrets.bitnami.com/sealed-secrets-key", "active")
                        .endMetadata()
                        .withType("kubernetes.io/tls")
                        .addToStringData("tls.key", lost.exposePrivateKeyPem())
                        .addToStringData("tls.crt", lost.certificatePem())
                        .build())
                .create();
        eventually(() -> synced("s").equals("True"));
        cluster.admin()
                .secrets()
                .inNamespace(ownNamespace)
                .withName("restored")
                .patch(
                        MERGE,
                        "{\"metadata\": {\"labels\": {\"sealedsecrets.bitnami.com/sealed-secrets-key\": \"retired\"}}}");

        eventually(() -> controller.keyCount() == 1);
    }

    @Test
    void aKeyMadeOnRequestIsPublishedAtOnceAndTheOldOneStillOpens() {
        ObjectNode sealedBefore = spec("bar", "{}");
        String before = controller.newestKey().certificatePem();

        controller.makeKey();
        eventually(() -> !controller.newestKey().certificatePem().equals(before));
        create("s", sealedBefore);

        eventually(() -> synced("s").equals("True"));
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60)).until(condition);
    }

    private ObjectNode spec(String value, String template) {
        return spec("s", value, template);
    }

    private ObjectNode spec(String name, String value, String template) {
        return spec(name, value, template, controller.newestKey().certificate().publicKey());
    }

    private ObjectNode spec(String name, String value, String template, RSAPublicKey key) {
        try {
            ObjectNode spec = JSON.createObjectNode();
            spec.putObject("encryptedData")
                    .put(
                            "foo",
                            sealer.seal(value.getBytes(StandardCharsets.UTF_8), Label.of(namespace + "/" + name), key)
                                    .toBase64());
            spec.set("template", JSON.readTree(template));
            return spec;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private SealedSecretResource create(String name, ObjectNode spec) {
        SealedSecretResource sealed = new SealedSecretResource();
        ObjectMeta metadata = new ObjectMeta();
        metadata.setNamespace(namespace);
        metadata.setName(name);
        sealed.setMetadata(metadata);
        sealed.setSpec(spec);
        return cluster.admin().resource(sealed).create();
    }

    private void replaceSpec(String name, ObjectNode spec) {
        cluster.admin()
                .resources(SealedSecretResource.class)
                .inNamespace(namespace)
                .withName(name)
                .patch(MERGE, "{\"spec\": " + spec + "}");
    }

    private void patchSecret(String patch) {
        cluster.admin().secrets().inNamespace(namespace).withName("s").patch(MERGE, patch);
    }

    private SealedSecretResource sealed(String name) {
        return cluster.admin()
                .resources(SealedSecretResource.class)
                .inNamespace(namespace)
                .withName(name)
                .get();
    }

    private JsonNode conditions(String name) {
        JsonNode status = sealed(name).getStatus();
        return status == null ? JSON.missingNode() : status.path("conditions");
    }

    private String synced(String name) {
        return conditions(name).path(0).path("status").asText();
    }

    private String message(String name) {
        return conditions(name).path(0).path("message").asText();
    }

    private boolean stalled(String name) {
        return conditions(name).findValuesAsText("type").contains("Stalled");
    }

    private Optional<Secret> secret(String name) {
        return Optional.ofNullable(
                cluster.admin().secrets().inNamespace(namespace).withName(name).get());
    }

    private static String value(Secret secret, String key) {
        return new String(Base64.getDecoder().decode(secret.getData().get(key)), StandardCharsets.UTF_8);
    }

    private List<Event> events(String name) {
        return cluster.admin().v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> event.getInvolvedObject().getName().equals(name))
                .toList();
    }
}
