package dev.sealedsecrets.controller.cluster;

import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An API server in this process that stores what it is sent, notes each request, and fails on demand. It knows neither
 * schemas nor rights, and gives whole objects to those who ask for metadata.
 */
public final class MockCluster implements AutoCloseable {
    /** Held, because loggers that nobody holds lose their level. */
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    private final Faulty dispatcher = new Faulty();
    private final KubernetesMockServer server =
            new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), dispatcher, false);
    private final ClusterClients clients;

    public MockCluster() {
        SERVER_LOG.setLevel(Level.WARNING);
        server.init();
        clients = ClusterClients.of(server.createClient().getConfiguration());
    }

    public ClusterClients clients() {
        return clients;
    }

    public SecretApi secrets() {
        return new SecretApi(clients.main(), unlimited());
    }

    public WorkloadApi workloads() {
        return new WorkloadApi(clients.main(), unlimited());
    }

    public SealedSecretApi sealedSecrets() {
        return new SealedSecretApi(clients.main(), unlimited());
    }

    public EventApi events() {
        return new EventApi(clients.main(), unlimited());
    }

    public static CallRules unlimited() {
        return CallRules.ofOnlyReplica(new TokenBucket(0, 0, System::nanoTime));
    }

    /** Has all requests of this method, to paths that end like this, fail until {@link #recover}. */
    public void fail(String method, String pathEnd, int status, String message) {
        dispatcher.faults.add(new Fault(method, pathEnd, status, message, false));
    }

    /** Has the next request of this method, to a path that ends like this, fail. */
    public void failOnce(String method, String pathEnd, int status, String message) {
        dispatcher.faults.add(new Fault(method, pathEnd, status, message, true));
    }

    /** Ends all failures. */
    public void recover() {
        dispatcher.faults.clear();
    }

    /** The requests since the last call, each as {@code METHOD /path}; not watches and events, which come at any time. */
    public List<String> takeRequests() {
        List<String> requests = new ArrayList<>(dispatcher.requests);
        dispatcher.requests.clear();
        return requests;
    }

    /** All requests that were about events, each as {@code METHOD /path}. */
    public List<String> eventRequests() {
        return List.copyOf(dispatcher.eventRequests);
    }

    @Override
    public void close() {
        clients.close();
        server.destroy();
    }

    private record Fault(String method, String pathEnd, int status, String message, boolean once) {
        boolean isAbout(String requestMethod, String path) {
            return requestMethod.equals(method) && path.endsWith(pathEnd);
        }
    }

    private static final class Faulty extends Dispatcher {
        private final KubernetesCrudDispatcher stored = new KubernetesCrudDispatcher();
        private final List<Fault> faults = new CopyOnWriteArrayList<>();
        private final List<String> requests = new CopyOnWriteArrayList<>();
        private final List<String> eventRequests = new CopyOnWriteArrayList<>();

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            String path = request.getPath().replaceFirst("\\?.*", "");
            if (!request.getPath().contains("watch=true")) {
                (path.contains("/events") ? eventRequests : requests).add(request.getMethod() + " " + path);
            }
            Optional<Fault> fault = faults.stream()
                    .filter(candidate -> candidate.isAbout(request.getMethod(), path))
                    .findFirst();
            if (fault.isPresent()) {
                return fail(fault.get());
            }
            return stored.dispatch(request);
        }

        private MockResponse fail(Fault fault) {
            if (fault.once()) {
                faults.remove(fault);
            }
            return new MockResponse()
                    .setResponseCode(fault.status())
                    .setBody(Serialization.asJson(new StatusBuilder()
                            .withCode(fault.status())
                            .withMessage(fault.message())
                            .build()));
        }
    }
}
