package dev.sealedsecrets.controller.http;

import dev.sealedsecrets.controller.observe.ControllerMetrics;
import dev.sealedsecrets.controller.observe.Exposition;
import java.time.Duration;
import java.util.Map;

/** The endpoints for the cluster's own use: metrics and readiness. */
public final class MetricsServer {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final int THREADS = 4;
    private static final int CONNECTIONS = 256;

    private final ControllerMetrics metrics;
    private final Readiness readiness;

    public MetricsServer(ControllerMetrics metrics, Readiness readiness) {
        this.metrics = metrics;
        this.readiness = readiness;
    }

    /** Starts to serve; for the timeouts see {@link PublicServerSettings}. */
    public WebServer start(ListenAddress address, Duration readTimeout, Duration writeTimeout)
            throws CannotListenException {
        ServerLimits limits = new ServerLimits(THREADS, CONNECTIONS, readTimeout, writeTimeout);
        return WebServer.start(
                "metrics",
                address,
                limits,
                Map.of(
                        "/metrics",
                                context -> exposition(Exposition.of(metrics, context.header("Accept")))
                                        .writeTo(context),
                        "/readyz", context -> readiness().writeTo(context)));
    }

    private static Answer exposition(Exposition exposition) {
        return Answer.of(OK, exposition.contentType(), exposition.text());
    }

    private Answer readiness() {
        return readiness
                .missing()
                .map(missing -> Answer.error(UNAVAILABLE, "not ready: " + missing + "\n"))
                .orElseGet(() -> Answer.text(OK, "ok\n"));
    }
}
