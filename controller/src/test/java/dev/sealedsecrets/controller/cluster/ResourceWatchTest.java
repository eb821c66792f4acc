package dev.sealedsecrets.controller.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResourceWatchTest {
    private final MockCluster cluster = new MockCluster();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final WatchListener<GenericKubernetesResource> listener = new WatchListener<>() {
        @Override
        public void added(GenericKubernetesResource object, boolean atStart) {
            heard.add((atStart ? "found " : "added ") + object.getMetadata().getName());
        }

        @Override
        public void changed(GenericKubernetesResource before, GenericKubernetesResource now) {
            heard.add("changed " + now.getMetadata().getName());
        }

        @Override
        public void deleted(GenericKubernetesResource last) {
            heard.add("deleted " + last.getMetadata().getName());
        }
    };

    @AfterEach
    void end() {
        cluster.close();
    }

    @Test
    void tellsWhatWasThereFromWhatComesLaterChangesAndGoes() {
        create("ns", "first");
        try (ResourceWatch<GenericKubernetesResource> watch =
                ResourceWatch.ofSecretMetadata(cluster.clients(), null, listener)) {
            watch.start();
            await().until(watch::isHealthy);
            create("ns", "second");
            await().until(() -> heard.size() == 2);
            cluster.clients()
                    .main()
                    .secrets()
                    .inNamespace("ns")
                    .withName("second")
                    .edit(secret ->
                            new SecretBuilder(secret).addToData("k", "dg==").build());
            await().until(() -> heard.size() == 3);
            cluster.clients()
                    .main()
                    .secrets()
                    .inNamespace("ns")
                    .withName("first")
                    .delete();
            await().until(() -> heard.size() == 4);
        }

        assertThat(heard).containsExactly("found first", "added second", "changed second", "deleted first");
    }

    @Test
    void seesOneNamespaceOnlyIfToldSo() {
        create("ns", "here");
        create("elsewhere", "there");
        try (ResourceWatch<GenericKubernetesResource> watch =
                ResourceWatch.ofSecretMetadata(cluster.clients(), "ns", listener)) {
            watch.start();
            await().until(watch::isHealthy);

            assertThat(watch.find(new ObjectKey("ns", "here"))).isPresent();
            assertThat(watch.find(new ObjectKey("elsewhere", "there"))).isEmpty();
        }
    }

    @Test
    void cachesNeitherManagedFieldsNorAnnotationsOfOthers() {
        Secret secret = secret("ns", "s");
        secret.getMetadata().setManagedFields(List.of(new ManagedFieldsEntry()));
        secret.getMetadata()
                .setAnnotations(Map.of(
                        "kubectl.kubernetes.io/last-applied-configuration", "{}",
                        "sealedsecrets.bitnami.com/managed", "true"));
        cluster.clients().main().resource(secret).create();
        try (ResourceWatch<GenericKubernetesResource> watch =
                ResourceWatch.ofSecretMetadata(cluster.clients(), "ns", listener)) {
            watch.start();
            await().until(watch::isHealthy);

            assertThat(watch.find(new ObjectKey("ns", "s")).orElseThrow().getMetadata())
                    .satisfies(metadata -> {
                        assertThat(metadata.getManagedFields()).isNullOrEmpty();
                        assertThat(metadata.getAnnotations())
                                .containsExactly(Map.entry("sealedsecrets.bitnami.com/managed", "true"));
                    });
        }
    }

    @Test
    void waitsForRightsThatAreMissingAndGoesOn() {
        cluster.fail("GET", "/secrets", 403, "secrets is forbidden");
        create("ns", "s");
        try (ResourceWatch<GenericKubernetesResource> watch =
                ResourceWatch.ofLabelledSecretMetadata(cluster.clients(), "ns", "a", "b", listener)) {
            watch.start();
            await().until(() -> cluster.takeRequests().contains("GET /api/v1/namespaces/ns/secrets"));
            assertThat(watch.isHealthy()).isFalse();
            assertThat(watch.isComplete()).isFalse();

            cluster.recover();

            await().until(watch::isHealthy);
            assertThat(heard).containsExactly("found s");
        }
    }

    private void create(String namespace, String name) {
        cluster.clients().main().resource(secret(namespace, name)).create();
    }

    private static Secret secret(String namespace, String name) {
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .addToLabels("a", "b")
                .endMetadata()
                .build();
    }
}
