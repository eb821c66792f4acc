package dev.sealedsecrets.controller.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.JettyConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plain HTTP/1.1 server that answers a few paths for any method. Unclean paths are redirected to the clean one, all
 * others are 404. It names neither itself nor its version.
 */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int TEMPORARY_REDIRECT = 307;
    private static final int NOT_FOUND = 404;
    private static final int INTERNAL_ERROR = 500;
    private static final int SELECTOR_THREADS = 1;
    private static final int IDLE_THREADS = 2;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Listens and answers, until it is closed.
     *
     * @param name of its threads
     * @param endpoints by path; a path matches exactly
     */
    static WebServer start(String name, ListenAddress address, ServerLimits limits, Map<String, Endpoint> endpoints)
            throws CannotListenException {
        Javalin javalin = Javalin.create(config -> {
            configureJavalin(config);
            configureJetty(config.jetty, name, address, limits);
            config.routes.before(WebServer::redirectToCleanPath);
            endpoints.forEach((path, endpoint) -> config.routes.before(path, context -> {
                endpoint.answer(context);
                context.skipRemainingHandlers();
            }));
            config.routes.error(NOT_FOUND, context -> {
                if (!context.res().isCommitted()) {
                    Answer.error(NOT_FOUND, "404 page not found\n").writeTo(context);
                }
            });
            config.routes.exception(Exception.class, WebServer::reportBug);
        });
        try {
            return new WebServer(javalin.start());
        } catch (RuntimeException e) {
            javalin.stop();
            throw new CannotListenException(address, e);
        }
    }

    private static void configureJavalin(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.router.ignoreTrailingSlashes = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
    }

    private static void configureJetty(JettyConfig jetty, String name, ListenAddress address, ServerLimits limits) {
        QueuedThreadPool threads = new QueuedThreadPool(limits.threads() + SELECTOR_THREADS, IDLE_THREADS);
        threads.setName(name);
        threads.setReservedThreads(0);
        jetty.threadPool = threads;
        jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        jetty.modifyServer(server -> {
            server.setErrorHandler(new PlainErrors());
            server.setStopTimeout(STOP_TIMEOUT.toMillis());
            if (limits.writeTimeout().compareTo(Duration.ZERO) > 0) {
                server.insertHandler(new AnswerDeadline(limits.writeTimeout()));
            }
        });
        jetty.addConnector((server, http) -> connector(server, http, address, limits));
    }

    private static ServerConnector connector(
            Server server, HttpConfiguration http, ListenAddress address, ServerLimits limits) {
        ServerConnector connector = new ServerConnector(server, 0, SELECTOR_THREADS, new HttpConnectionFactory(http));
        connector.setHost(address.host().isEmpty() ? null : address.host());
        connector.setPort(address.port());
        connector.setIdleTimeout(Math.max(0, limits.readTimeout().toMillis()));
        connector.addBean(new NetworkConnectionLimit(limits.connections(), connector));
        return connector;
    }

    private static void redirectToCleanPath(Context context) {
        String path = context.req().getRequestURI();
        String clean = CleanPath.of(path);
        if (!clean.equals(path)) {
            String query = context.queryString();
            Answer.redirect(TEMPORARY_REDIRECT, query == null ? clean : clean + "?" + query)
                    .writeTo(context);
            context.skipRemainingHandlers();
        }
    }

    private static void reportBug(Exception bug, Context context) {
        LOG.atError().setMessage("request failed").setCause(bug).log();
        if (!context.res().isCommitted()) {
            Answer.error(INTERNAL_ERROR, "internal server error\n").writeTo(context);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Accepts nothing more, lets the requests under way end (for at most ten seconds), and stops. */
    @Override
    public void close() {
        javalin.stop();
    }
}
