package dev.sealedsecrets.controller;

import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.Sealer;
import dev.sealedsecrets.crypto.SealingCertificate;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the controller once through what it does all day, against an API server in this process, so that the JVM can
 * tell which classes that takes: they go into the class-data archive. Not a test; {@code packaging/rehearse} starts it.
 */
final class Rehearsal {
    /** Held, because loggers that nobody holds lose their level. */
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    private static final long PATIENCE_SECONDS = 60;
    private static final String NAMESPACE = "rehearsal";
    private static final ResourceDefinitionContext SEALED_SECRETS = new ResourceDefinitionContext.Builder()
            .withGroup("bitnami.com")
            .withVersion("v1alpha1")
            .withKind("SealedSecret")
            .withPlural("sealedsecrets")
            .withNamespaced(true)
            .build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final SecureRandom random = new SecureRandom();
    private final String address = "127.0.0.1:" + freePort();
    private final String metricsAddress = "127.0.0.1:" + freePort();

    private Rehearsal() throws IOException {}

    /** Runs it once and ends the process: with 0 if all went well. */
    public static void main(String[] arguments) throws Exception {
        SERVER_LOG.setLevel(Level.WARNING);
        MockWebServer listener = new MockWebServer();
        KubernetesMockServer server = new KubernetesMockServer(
                new Context(), listener, new HashMap<>(), new KubernetesCrudDispatcher(), true);
        server.init();
        Path serviceAccount = Files.createTempDirectory("rehearsal");
        Files.writeString(serviceAccount.resolve("token"), "token");
        Files.copy(Path.of(listener.getSelfSignedCertificate().certificatePath()), serviceAccount.resolve("ca.crt"));
        new Rehearsal().run(server, serviceAccount);
        System.exit(0); // the server has threads of its own
    }

    private void run(KubernetesMockServer server, Path serviceAccount) throws Exception {
        ControllerEnvironment environment = new ControllerEnvironment(
                Map.of(
                        "KUBERNETES_SERVICE_HOST",
                        "localhost",
                        "KUBERNETES_SERVICE_PORT",
                        String.valueOf(server.getPort()),
                        "POD_NAMESPACE",
                        NAMESPACE),
                serviceAccount,
                System.out,
                System.err,
                InstantSource.system(),
                random,
                System::nanoTime);
        ProcessSignals signals = new ProcessSignals();
        Controller controller = new Controller(environment, signals);
        controller.run(List.of("--version"));
        Thread running = new Thread(() -> controller.run(List.of(
                "--listen-addr=" + address,
                "--listen-metrics-addr=" + metricsAddress,
                "--key-size=2048",
                "--leader-elect")));
        running.start();
        try (KubernetesClient cluster = server.createClient()) {
            useAll(cluster, signals);
        } finally {
            signals.requestEnd();
            running.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        }
    }

    private void useAll(KubernetesClient cluster, ProcessSignals signals) throws Exception {
        await("readiness", () -> get(metricsAddress, "/readyz").statusCode() == 200);
        SealingCertificate certificate =
                SealingCertificate.parse(get(address, "/v1/cert.pem").body());
        get(address, "/healthz");
        for (int i = 0; i < 20; i++) {
            GenericKubernetesResource sealed =
                    Serialization.unmarshal(sealed("s" + i, certificate), GenericKubernetesResource.class);
            cluster.genericKubernetesResources(SEALED_SECRETS)
                    .inNamespace(NAMESPACE)
                    .resource(sealed)
                    .create();
        }
        await(
                "Secrets",
                () -> cluster.secrets().inNamespace(NAMESPACE).withName("s19").get() != null);
        cluster.secrets().inNamespace(NAMESPACE).withName("s0").delete();
        await(
                "healing",
                () -> cluster.secrets().inNamespace(NAMESPACE).withName("s0").get() != null);
        post("/v1/verify", sealed("s0", certificate));
        post("/v1/rotate", sealed("s0", certificate));
        signals.requestKey();
        await("a new key", () -> !get(address, "/v1/cert.pem").body().equals(certificate.toPem()));
        get(metricsAddress, "/metrics");
    }

    private String sealed(String name, SealingCertificate certificate) {
        String item = new Sealer(random)
                .seal(
                        "value".getBytes(StandardCharsets.UTF_8),
                        Label.of(NAMESPACE + "/" + name),
                        certificate.publicKey())
                .toBase64();
        return """
                {"apiVersion":"bitnami.com/v1alpha1","kind":"SealedSecret","metadata":{"name":"%1$s","namespace":"%2$s"},\
                "spec":{"encryptedData":{"one":"%3$s","two":"%3$s"},"template":{"metadata":{"name":"%1$s","namespace":"%2$s",\
                "labels":{"l":"v"}},"data":{"both":"{{ if .one }}{{ .one | quote }}:{{ .two }}{{ end }}"}}}}""".formatted(name, NAMESPACE, item);
    }

    private HttpResponse<String> get(String where, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://" + where + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://" + address + path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("no " + what + " within " + PATIENCE_SECONDS + " s");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
