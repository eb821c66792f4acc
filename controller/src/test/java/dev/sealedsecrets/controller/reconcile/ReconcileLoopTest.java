package dev.sealedsecrets.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealedsecrets.controller.cluster.LogLines;
import dev.sealedsecrets.controller.cluster.MockCluster;
import dev.sealedsecrets.controller.cluster.SealedSecretResource;
import dev.sealedsecrets.controller.keys.RegistryWithKeys;
import dev.sealedsecrets.controller.observe.ControllerMetrics;
import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.Sealer;
import dev.sealedsecrets.resource.SecretUnsealer;
import dev.sealedsecrets.resource.TemplateFailure;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole loop with its watches, on an API server in this process. */
class ReconcileLoopTest {
    private final MockCluster cluster = new MockCluster();
    private final RegistryWithKeys keys = new RegistryWithKeys().hold(0);
    private @Nullable ReconcileLoop loop;

    @AfterEach
    void end() {
        if (loop != null) {
            loop.close();
        }
        cluster.close();
    }

    @Test
    void whatIsThereAtStartAndWhatComesLaterIsUnsealed() {
        seal("one", "old", 0);
        start(wholeCluster());
        await().until(() -> secret("one", "old") != null);

        seal("two", "new", 0);

        await().until(() -> secret("two", "new") != null);
        assertThat(loop().isHealthy()).isTrue();
    }

    @Test
    void deletedAndEditedSecretsAreRestored() {
        start(wholeCluster());
        seal("ns", "s", 0);
        await().until(() -> synced("ns", "s"));

        cluster.clients().main().secrets().inNamespace("ns").withName("s").delete();
        await().until(() -> secret("ns", "s") != null);
        cluster.clients().main().secrets().inNamespace("ns").withName("s").edit(secret -> {
            secret.getData().put("foo", "aGFja2Vk");
            return secret;
        });

        await().until(() -> "bar".equals(value("ns", "s")));
    }

    @Test
    void aChangedSpecIsWritten() {
        start(wholeCluster());
        seal("ns", "s", 0);
        await().until(() -> synced("ns", "s"));

        SealedSecretResource sealed = sealed("ns", "s");
        sealed.setSpec(spec("ns", "s", 0, "baz"));
        cluster.clients().main().resource(sealed).update();

        await().until(() -> "baz".equals(value("ns", "s")));
    }

    @Test
    void aNewKeyHealsWhatFailed() {
        start(wholeCluster());
        seal("ns", "s", 1);
        await().until(() -> cluster.clients()
                        .main()
                        .v1()
                        .events()
                        .inNamespace("ns")
                        .list()
                        .getItems()
                        .size()
                == 1);

        keys.hold(0, 1);

        await().until(() -> "bar".equals(value("ns", "s")));
    }

    @Test
    void onlyListedNamespacesAreWatchedAndMissingOnesAreReported() {
        cluster.clients()
                .main()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName("listed")
                        .endMetadata()
                        .build())
                .create();
        seal("kube-system", "own", 0);
        seal("listed", "s", 0);
        seal("unlisted", "s", 0);

        try (LogLines log = new LogLines(WatchScope.class)) {
            start(new WatchSettings("kube-system", true, List.of("listed", "missing"), "", true));
            await().until(() -> secret("kube-system", "own") != null && secret("listed", "s") != null);
            await().until(() -> !log.lines().isEmpty());

            assertThat(log.lines()).containsExactly("ERROR namespace doesn't exist namespace=missing");
        }
        assertThat(secret("unlisted", "s")).isNull();
    }

    @Test
    void theOwnNamespaceAloneIsWatchedIfToldSo() {
        seal("kube-system", "own", 0);
        seal("elsewhere", "s", 0);

        start(new WatchSettings("kube-system", false, List.of(), "", true));

        await().until(() -> synced("kube-system", "own"));
        assertThat(secret("elsewhere", "s")).isNull();
    }

    @Test
    void theLabelSelectorIsAboutSealedSecretsAndNotAboutTheirSecrets() {
        start(new WatchSettings("kube-system", true, List.of(), "team=a", true));
        seal("ns", "other", 0);
        SealedSecretResource mine = object("ns", "mine", 0);
        mine.getMetadata().setLabels(Map.of("team", "a"));
        cluster.clients().main().resource(mine).create();
        await().until(() -> synced("ns", "mine"));

        cluster.clients().main().secrets().inNamespace("ns").withName("mine").delete();

        await().until(() -> secret("ns", "mine") != null);
        assertThat(secret("ns", "other")).isNull();
    }

    @Test
    void withoutAWatchOnSecretsItIsHealthyToo() {
        start(new WatchSettings("kube-system", true, List.of(), "", false));
        seal("ns", "s", 0);

        await().until(() -> synced("ns", "s"));

        assertThat(loop().isHealthy()).isTrue();
    }

    private static WatchSettings wholeCluster() {
        return new WatchSettings("kube-system", true, List.of(), "", true);
    }

    private void start(WatchSettings watch) {
        loop = new ReconcileLoop(
                new ReconcileSettings(watch, "sealed-secrets-key", true, false, DriftMode.HEAL, false, 5, 2),
                cluster.clients(),
                MockCluster.unlimited(),
                keys.registry(),
                new SecretUnsealer(
                        (name, text, values) -> {
                            throw new TemplateFailure("", "");
                        },
                        true),
                new ControllerMetrics("test", false),
                InstantSource.system(),
                System::nanoTime,
                new Random(1));
        loop.start();
        await().until(loop::isHealthy);
    }

    private ReconcileLoop loop() {
        return java.util.Objects.requireNonNull(loop);
    }

    private void seal(String namespace, String name, int key) {
        cluster.clients().main().resource(object(namespace, name, key)).create();
    }

    private static SealedSecretResource object(String namespace, String name, int key) {
        SealedSecretResource sealed = new SealedSecretResource();
        ObjectMeta metadata = new ObjectMeta();
        metadata.setNamespace(namespace);
        metadata.setName(name);
        sealed.setMetadata(metadata);
        sealed.setSpec(spec(namespace, name, key, "bar"));
        return sealed;
    }

    private static ObjectNode spec(String namespace, String name, int key, String value) {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        spec.putObject("encryptedData")
                .put(
                        "foo",
                        new Sealer(new SecureRandom())
                                .seal(
                                        value.getBytes(StandardCharsets.UTF_8),
                                        Label.of(namespace + "/" + name),
                                        RegistryWithKeys.key(key).certificate().publicKey())
                                .toBase64());
        return spec;
    }

    private SealedSecretResource sealed(String namespace, String name) {
        return cluster.clients()
                .main()
                .resources(SealedSecretResource.class)
                .inNamespace(namespace)
                .withName(name)
                .get();
    }

    private boolean synced(String namespace, String name) {
        return SyncStatus.saysApplied(sealed(namespace, name).getStatus(), 1);
    }

    private @Nullable Secret secret(String namespace, String name) {
        return cluster.clients()
                .main()
                .secrets()
                .inNamespace(namespace)
                .withName(name)
                .get();
    }

    private String value(String namespace, String name) {
        Secret secret = secret(namespace, name);
        return secret == null
                ? ""
                : new String(Base64.getDecoder().decode(secret.getData().get("foo")), StandardCharsets.UTF_8);
    }
}
