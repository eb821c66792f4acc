package dev.sealedsecrets.controller.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.MockCluster;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.controller.cluster.SealedSecretResource;
import dev.sealedsecrets.controller.keys.RegistryWithKeys;
import dev.sealedsecrets.controller.observe.ControllerMetrics;
import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.Sealer;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretUnsealer;
import dev.sealedsecrets.resource.TemplateFailure;
import dev.sealedsecrets.resource.TemplateRenderer;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A reconciler on a cluster of its own, without watches: what it sees is what the cluster has, unless a test holds an
 * older view. One object only, ns/s.
 */
final class ReconcilerFixture implements AutoCloseable {
    static final ObjectKey KEY = new ObjectKey("ns", "s");
    static final String SECRETS = "/api/v1/namespaces/ns/secrets";
    static final String SECRET = SECRETS + "/s";
    static final String SEALED_SECRET = "/apis/bitnami.com/v1alpha1/namespaces/ns/sealedsecrets/s";
    static final String STATUS = SEALED_SECRET + "/status";

    private static final ObjectMapper JSON = new ObjectMapper();

    final MockCluster cluster = new MockCluster();
    final RegistryWithKeys keys = new RegistryWithKeys().hold(0);
    final AtomicLong nanoTime = new AtomicLong();
    final Memory memory = new Memory();
    final ControllerMetrics metrics = new ControllerMetrics("test", false);
    private final EventRecorder events = new EventRecorder(cluster.events(), Instant::now);
    private final Reconciler reconciler;
    private final Sealer sealer = new Sealer(new SecureRandom());

    /** What the view says instead of what the cluster has; null: what the cluster has. */
    @Nullable
    SecretSighting heldSighting;

    /** The SealedSecret that the view shows instead of the one in the cluster; null: the one in the cluster. */
    @Nullable
    SealedSecretResource heldSealedSecret;

    /** How the reconciler is set up. */
    record Options(DriftMode drift, boolean updateStatus, boolean oldGarbageCollection, boolean watched, int retries) {
        static final Options USUAL = new Options(DriftMode.HEAL, true, false, true, 2);
    }

    ReconcilerFixture(Options options) {
        this(options, false);
    }

    /** @param restarts whether workloads are restarted that ask for it */
    ReconcilerFixture(Options options, boolean restarts) {
        SealingKeyGuard guard = new SealingKeyGuard("kube-system", "sealed-secrets-key");
        reconciler = new Reconciler(
                new ClusterView(
                        key -> heldSealedSecret == null ? seen(key) : Optional.of(heldSealedSecret),
                        key -> options.watched() ? sighting() : new SecretSighting.Unwatched()),
                keys.registry(),
                new Maker(
                        new SecretUnsealer(new Templates(), true),
                        new SecretWriter(
                                new SecretDecider(guard, options.drift()), cluster.secrets(), cluster.sealedSecrets()),
                        cluster.secrets(),
                        options.updateStatus()),
                new SecretRemoval(cluster.secrets(), options.oldGarbageCollection()),
                new Reporter(
                        metrics,
                        events,
                        new StatusWriter(cluster.sealedSecrets(), Instant::now, options.updateStatus()),
                        nanoTime::get),
                new RetryPolicy(options.retries(), new Random(1)),
                memory,
                new Grace(nanoTime::get),
                new Fights(nanoTime::get),
                restarts ? Optional.of(new WorkloadRestarts(cluster.workloads())) : Optional.empty());
    }

    /** One pass; requests noted before it are forgotten. */
    Optional<Duration> pass() {
        cluster.takeRequests();
        return reconciler.reconcile(KEY);
    }

    /** Passes until nothing is to be done any more; how many it took. */
    int passUntilSettled() {
        for (int passes = 1; passes < 20; passes++) {
            if (pass().isEmpty()) {
                return passes;
            }
        }
        throw new AssertionError("does not settle");
    }

    /** Creates the SealedSecret with one item, sealed with a key for its name. */
    void create(int key, String value) {
        create(spec(key, value));
    }

    void create(ObjectNode spec) {
        SealedSecretResource sealed = new SealedSecretResource();
        ObjectMeta metadata = new ObjectMeta();
        metadata.setNamespace("ns");
        metadata.setName("s");
        sealed.setMetadata(metadata);
        sealed.setSpec(spec);
        cluster.clients().main().resource(sealed).create();
    }

    /** Replaces the spec of the SealedSecret. */
    void replaceSpec(ObjectNode spec) {
        edit(object -> object.setSpec(spec));
    }

    void edit(Consumer<SealedSecretResource> change) {
        SealedSecretResource sealed = sealedSecret();
        change.accept(sealed);
        cluster.clients().main().resource(sealed).update();
    }

    ObjectNode spec(int key, String value) {
        return spec(key, value, "{}");
    }

    /** A spec with the item {@code foo} and this template. */
    ObjectNode spec(int key, String value, String template) {
        try {
            ObjectNode spec = JSON.createObjectNode();
            String item = sealer.seal(
                            value.getBytes(StandardCharsets.UTF_8),
                            Label.of("ns/s"),
                            RegistryWithKeys.key(key).certificate().publicKey())
                    .toBase64();
            spec.putObject("encryptedData").put("foo", item);
            spec.set("template", JSON.readTree(template));
            return spec;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    void delete() {
        cluster.clients().main().resource(sealedSecret()).delete();
    }

    SealedSecretResource sealedSecret() {
        return seen(KEY).orElseThrow();
    }

    Optional<Secret> secret() {
        try {
            return cluster.secrets().find(KEY);
        } catch (ApiFailure e) {
            throw new IllegalStateException(e);
        }
    }

    Secret put(Secret secret) {
        try {
            return secret.metadata().resourceVersion().isEmpty()
                    ? cluster.secrets().create(secret)
                    : cluster.secrets().update(secret);
        } catch (ApiFailure e) {
            throw new IllegalStateException(e);
        }
    }

    void deleteSecret() {
        cluster.clients().main().secrets().inNamespace("ns").withName("s").delete();
    }

    /** The condition Synced, or nothing. */
    JsonNode synced() {
        JsonNode status = sealedSecret().getStatus();
        return status == null ? JSON.missingNode() : status.path("conditions").path(0);
    }

    /** Value of a counter or gauge, with its labels as {@code name=value} in the order of the metric; 0 if there is none. */
    double metric(String name, String... labels) {
        return metrics.registry().scrape().stream()
                .filter(snapshot -> snapshot.getMetadata().getName().equals("sealed_secrets_controller_" + name))
                .flatMap(snapshot -> snapshot.getDataPoints().stream())
                .filter(point -> List.of(labels).stream()
                        .allMatch(label -> label.equals(label.substring(0, label.indexOf('='))
                                + "="
                                + point.getLabels().get(label.substring(0, label.indexOf('='))))))
                .mapToDouble(point -> point instanceof CounterSnapshot.CounterDataPointSnapshot counter
                        ? counter.getValue()
                        : ((GaugeSnapshot.GaugeDataPointSnapshot) point).getValue())
                .sum();
    }

    /** The events so far, as {@code reason: message}. Nothing more is sent afterwards. */
    List<String> endAndListEvents() {
        events.close();
        return cluster.clients().main().v1().events().inNamespace("ns").list().getItems().stream()
                .map((Event event) -> event.getReason() + ": " + event.getMessage())
                .toList();
    }

    @Override
    public void close() {
        events.close();
        cluster.close();
    }

    private Optional<SealedSecretResource> seen(ObjectKey key) {
        try {
            return cluster.sealedSecrets().find(key);
        } catch (ApiFailure e) {
            throw new IllegalStateException(e);
        } finally {
            cluster.takeRequests();
        }
    }

    private SecretSighting sighting() {
        if (heldSighting != null) {
            return heldSighting;
        }
        try {
            return secret().<SecretSighting>map(
                            secret -> new SecretSighting.Present(SecretVersion.of(secret.metadata())))
                    .orElseGet(SecretSighting.Absent::new);
        } finally {
            cluster.takeRequests();
        }
    }

    /** A template that begins with {@code random} comes out differently each time; all others fail. */
    private static final class Templates implements TemplateRenderer {
        private int renderings;

        @Override
        public boolean isRepeatable(String name, String text) {
            return !text.startsWith("random");
        }

        @Override
        public byte[] render(String name, String text, Map<String, byte[]> values) throws TemplateFailure {
            if (!isRepeatable(name, text)) {
                return ("rendering " + ++renderings).getBytes(StandardCharsets.UTF_8);
            }
            String value = new String(values.get("foo"), StandardCharsets.UTF_8);
            throw new TemplateFailure("template: " + name + ": " + value, "template: " + name + ": refused");
        }
    }
}
