package dev.sealedsecrets.controller.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sealedsecrets.controller.cluster.MockCluster;
import dev.sealedsecrets.crypto.RsaEngine;
import dev.sealedsecrets.resource.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyServiceTest {
    private static final KeySettings SETTINGS = new KeySettings(
            "kube-system",
            "sealed-secrets-key",
            TestKeys.SPEC,
            Duration.ZERO,
            KeyOrder.CERT_NOT_BEFORE,
            null,
            Map.of(),
            Map.of());

    private final MockCluster cluster = new MockCluster();
    private final KeyService service = new KeyService(
            SETTINGS,
            cluster.clients(),
            cluster.secrets(),
            InstantSource.system(),
            new SecureRandom(),
            () -> RsaEngine.JDK,
            Replica.only());

    @AfterEach
    void end() {
        service.close();
        cluster.close();
    }

    @Test
    void makesTheFirstKeyAndSeesKeysComeAndGo() throws Exception {
        service.start().get(30, TimeUnit.SECONDS);
        String first = newest();

        service.makeNow();
        await().until(() -> !newest().equals(first));
        Secret foreign = TestKeys.secret(0);
        Secret stored = cluster.secrets()
                .create(foreign.withMetadata(foreign.metadata()
                        .edit()
                        .resourceVersion("")
                        .labels(Map.of("sealedsecrets.bitnami.com/sealed-secrets-key", "active"))
                        .done()));
        await().until(() -> size() == 3);
        cluster.secrets().delete(stored);
        await().until(() -> size() == 2);

        assertThat(newest()).isNotEqualTo(first);
    }

    private String newest() {
        return service.registry().current().newest().orElseThrow().certificatePem();
    }

    private int size() {
        return service.registry().current().ring().fingerprints().size();
    }
}
