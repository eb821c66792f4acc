package dev.sealedsecrets.controller.reconcile;

import static org.awaitility.Awaitility.await;

import dev.sealedsecrets.controller.cluster.CallRules;
import dev.sealedsecrets.controller.cluster.ClusterClients;
import dev.sealedsecrets.controller.cluster.RealCluster;
import dev.sealedsecrets.controller.cluster.SecretApi;
import dev.sealedsecrets.controller.cluster.TokenBucket;
import dev.sealedsecrets.controller.keys.ActiveKey;
import dev.sealedsecrets.controller.keys.KeyOrder;
import dev.sealedsecrets.controller.keys.KeyService;
import dev.sealedsecrets.controller.keys.KeySettings;
import dev.sealedsecrets.controller.keys.Replica;
import dev.sealedsecrets.controller.observe.ControllerMetrics;
import dev.sealedsecrets.crypto.KeySpec;
import dev.sealedsecrets.crypto.RsaEngine;
import dev.sealedsecrets.resource.SecretUnsealer;
import dev.sealedsecrets.resource.TemplateFailure;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Keys and reconciling without the process around them, in this process, with the rights of the controller. */
final class ControllerOnCluster implements AutoCloseable {
    private final ClusterClients clients;
    private final KeyService keys;
    private final ReconcileLoop loop;

    /** Starts; a key is there and all is watched afterwards. */
    ControllerOnCluster(RealCluster cluster, String namespace) throws Exception {
        clients = cluster.controllerClients();
        CallRules limit = CallRules.ofOnlyReplica(new TokenBucket(0, 0, System::nanoTime));
        KeySettings settings = new KeySettings(
                namespace,
                "sealed-secrets-key",
                new KeySpec(2048, Duration.ofDays(3650), ""),
                Duration.ZERO,
                KeyOrder.CERT_NOT_BEFORE,
                null,
                Map.of(),
                Map.of());
        keys = new KeyService(
                settings,
                clients,
                new SecretApi(clients.main(), limit),
                InstantSource.system(),
                new SecureRandom(),
                () -> RsaEngine.JDK,
                Replica.only());
        loop = new ReconcileLoop(
                new ReconcileSettings(
                        new WatchSettings(namespace, true, List.of(), "", true),
                        "sealed-secrets-key",
                        true,
                        false,
                        DriftMode.HEAL,
                        false,
                        5,
                        2),
                clients,
                limit,
                keys.registry(),
                new SecretUnsealer(
                        (name, text, values) -> {
                            throw new TemplateFailure("no templates here", "no templates here");
                        },
                        true),
                new ControllerMetrics("it", false),
                InstantSource.system(),
                System::nanoTime,
                new Random());
        keys.start().get(60, TimeUnit.SECONDS);
        loop.start();
        await().atMost(Duration.ofSeconds(60)).until(loop::isHealthy);
    }

    /** The key to seal with. */
    ActiveKey newestKey() {
        return keys.registry().current().newest().orElseThrow();
    }

    int keyCount() {
        return keys.registry().current().ring().fingerprints().size();
    }

    void makeKey() {
        keys.makeNow();
    }

    @Override
    public void close() {
        loop.close();
        keys.close();
        clients.close();
    }
}
