package dev.sealedsecrets.controller;

import dev.sealedsecrets.controller.cluster.CallRules;
import dev.sealedsecrets.controller.cluster.ClusterClients;
import dev.sealedsecrets.controller.cluster.ConfigMapApi;
import dev.sealedsecrets.controller.cluster.InClusterConfig;
import dev.sealedsecrets.controller.cluster.LeaseApi;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.controller.cluster.SecretApi;
import dev.sealedsecrets.controller.cluster.TokenBucket;
import dev.sealedsecrets.controller.http.CannotListenException;
import dev.sealedsecrets.controller.http.MetricsServer;
import dev.sealedsecrets.controller.http.PublicServer;
import dev.sealedsecrets.controller.http.WebServer;
import dev.sealedsecrets.controller.keys.KeyService;
import dev.sealedsecrets.controller.keys.Replica;
import dev.sealedsecrets.controller.leader.LeaderElection;
import dev.sealedsecrets.controller.observe.ControllerMetrics;
import dev.sealedsecrets.controller.observe.LogKeys;
import dev.sealedsecrets.controller.observe.LogMessages;
import dev.sealedsecrets.controller.reconcile.ReconcileLoop;
import dev.sealedsecrets.crypto.RsaEngine;
import dev.sealedsecrets.crypto.Sealer;
import dev.sealedsecrets.resource.Reencryptor;
import dev.sealedsecrets.resource.SecretUnsealer;
import dev.sealedsecrets.template.TemplateSettings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The controller without the process around it: the graph of its objects. It starts from top to bottom and ends from
 * bottom to top.
 *
 * <p>The servers come first: alive is not ready. Whatever the cluster does, the program waits and goes on.
 */
public final class ControllerProgram implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControllerProgram.class);

    private final ControllerOptions options;
    private final PublicServer publicServer;
    private final MetricsServer metricsServer;
    private final ControllerMetrics metrics;
    private final CompletableFuture<RsaEngine> engine;
    private final @Nullable LeaderElection election;
    private final KeyService keys;
    private final CertificatePublisher publisher;
    private final ReconcileLoop reconciling;
    private @Nullable WebServer http;
    private @Nullable WebServer metricsHttp;
    private final Deque<Runnable> ends = new ArrayDeque<>();
    private volatile boolean keysLoaded;
    private boolean closed;

    /**
     * Builds the graph. Nothing is contacted yet.
     *
     * @param clients of the cluster; closed with the program
     */
    public ControllerProgram(ControllerOptions options, ControllerEnvironment environment, ClusterClients clients) {
        this.options = options;
        metrics = new ControllerMetrics(ProgramVersion.text(), options.metricsOmitSecretLabels());
        TokenBucket limit = new TokenBucket(options.api().qps(), options.api().burst(), environment.nanoTime());
        String namespace = InClusterConfig.namespace(environment.variables(), environment.serviceAccount());
        election = election(options, environment, clients, namespace);
        BooleanSupplier leads = election == null ? () -> true : election::mayWrite;
        CallRules rules = new CallRules(limit, leads);
        SecretApi secrets = new SecretApi(clients.main(), rules);
        ends.push(clients::close);
        if (election != null) {
            ends.push(election::close);
        }
        // Meanwhile the rest of the program starts.
        engine = CompletableFuture.supplyAsync(() -> FastestRsa.engine(environment.random()));
        keys = new KeyService(
                options.keySettings(namespace),
                clients,
                secrets,
                environment.clock(),
                environment.random(),
                () -> engine.join().observed(metrics::rsaOperation),
                new Replica(election != null, leads));
        boolean acceptV1 = options.unseal().acceptDeprecatedV1Data();
        TemplateSettings templates =
                new TemplateSettings(options.unseal().templates(), environment.random(), environment.clock());
        SecretUnsealer unsealer =
                new SecretUnsealer(new GoTemplateRenderer(templates, metrics::templateLimitMet), acceptV1);
        Reencryptor reencryptor = new Reencryptor(new Sealer(environment.random()), acceptV1);
        SealingFunctions functions = new SealingFunctions(keys.registry(), unsealer, reencryptor);
        publisher = new CertificatePublisher(
                new ConfigMapApi(clients.main(), rules), namespace, options.serviceName(), functions::certificate);
        keys.registry().onChange(publisher::refresh);
        metrics.keys(() -> keys.registry().current().certificates());
        publicServer = new PublicServer(functions.functions(), metrics, environment.nanoTime());
        metricsServer = new MetricsServer(metrics, this::missing);
        reconciling = new ReconcileLoop(
                options.reconcileSettings(namespace),
                clients,
                rules,
                keys.registry(),
                unsealer,
                metrics,
                environment.clock(),
                environment.nanoTime(),
                environment.random());
    }

    /**
     * Starts everything; what needs the cluster goes on in the background.
     *
     * @throws StartException if an address cannot be listened on
     */
    public void start() throws StartException {
        try {
            http = publicServer.start(options.http());
            ends.push(http::close);
            LOG.atInfo()
                    .addKeyValue(LogKeys.ADDR, options.http().address().text())
                    .log(LogMessages.HTTP_SERVING);
            metricsHttp = metricsServer.start(
                    options.metricsAddress(),
                    options.http().readTimeout(),
                    options.http().writeTimeout());
            ends.push(metricsHttp::close);
            LOG.atInfo()
                    .addKeyValue(LogKeys.ADDR, options.metricsAddress().text())
                    .log(LogMessages.METRICS_SERVING);
        } catch (CannotListenException e) {
            throw StartException.cannotListen(e);
        }
        if (election != null) {
            metrics.leader(election::mayWrite);
            reconciling.follow();
            election.start(this::leading);
        }
        ends.push(publisher::close);
        ends.push(keys::close);
        ends.push(reconciling::close);
        var unused = keys.start().thenRun(this::reconcile);
    }

    /** The port of the public endpoints, once started. */
    public int port() {
        return portOf(http);
    }

    /** The port of metrics and readiness, once started. */
    public int metricsPort() {
        return portOf(metricsHttp);
    }

    private static int portOf(@Nullable WebServer server) {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server.port();
    }

    private static @Nullable LeaderElection election(
            ControllerOptions options, ControllerEnvironment environment, ClusterClients clients, String namespace) {
        if (options.election() == null) {
            return null;
        }
        String host = environment
                .variables()
                .getOrDefault("POD_NAME", environment.variables().getOrDefault("HOSTNAME", "controller"));
        return new LeaderElection(
                new LeaseApi(clients.main().getConfiguration(), new ObjectKey(namespace, options.serviceName())),
                host + "_" + UUID.randomUUID(),
                options.election(),
                environment.nanoTime(),
                environment.clock());
    }

    private void leading(boolean leads) {
        if (leads) {
            keys.lead();
            reconciling.lead();
            publisher.refresh();
        } else {
            reconciling.follow();
        }
    }

    /** Makes a new sealing key, soon. */
    public void makeKey() {
        keys.makeNow();
    }

    /** The keys are there. They may come while the program ends. */
    private synchronized void reconcile() {
        if (!closed) {
            LOG.atInfo().addKeyValue(LogKeys.ENGINE, engine.join().name()).log(LogMessages.RSA_ENGINE);
            keysLoaded = true;
            reconciling.start();
        }
    }

    private Optional<String> missing() {
        if (!keysLoaded) {
            return Optional.of("no sealing keys yet");
        }
        return reconciling.isHealthy() ? Optional.empty() : Optional.of("not all objects are listed and watched");
    }

    /** Ends everything that was started; work under way is finished. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            keysLoaded = false;
        }
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
    }
}
