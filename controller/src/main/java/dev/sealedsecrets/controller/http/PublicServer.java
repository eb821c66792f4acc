package dev.sealedsecrets.controller.http;

import dev.sealedsecrets.controller.observe.ControllerMetrics;
import dev.sealedsecrets.controller.observe.LogKeys;
import dev.sealedsecrets.controller.observe.LogMessages;
import dev.sealedsecrets.crypto.UnsealFailure;
import dev.sealedsecrets.resource.ObjectWriter;
import dev.sealedsecrets.resource.SealedSecret;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The endpoints that everybody may call (compatibility contract, section 9): health, certificate, verify, rotate.
 *
 * <p>Guarantees: no plaintext in any answer; verify tells one bit, whether all items open, and renders no template;
 * bounded memory and threads whatever is posted, with threads left for health and certificate. Does not guarantee who
 * asks: nobody is authenticated.
 */
public final class PublicServer {
    private static final Logger LOG = LoggerFactory.getLogger(PublicServer.class);
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int INTERNAL_ERROR = 500;
    private static final int CONNECTIONS = 4096;
    private static final int OBJECTS_UNDER_WAY = 24;
    private static final int QUICK_THREADS = 8;

    private static final String VERIFY = "/v1/verify";
    private static final String ROTATE = "/v1/rotate";
    private static final String CERTIFICATE = "/v1/cert.pem";

    private final PublicFunctions functions;
    private final ControllerMetrics metrics;
    private final LongSupplier nanoTime;

    /**
     * Serves nothing yet.
     *
     * @param nanoTime monotonic time in nanoseconds
     */
    public PublicServer(PublicFunctions functions, ControllerMetrics metrics, LongSupplier nanoTime) {
        this.functions = functions;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
    }

    /** Starts to serve. */
    public WebServer start(PublicServerSettings settings) throws CannotListenException {
        ServerLimits limits = new ServerLimits(
                OBJECTS_UNDER_WAY + QUICK_THREADS, CONNECTIONS, settings.readTimeout(), settings.writeTimeout());
        int computing = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        Admission admission = new Admission(OBJECTS_UNDER_WAY, computing);
        BodyReader bodies = new BodyReader(settings.readTimeout(), nanoTime);
        RequestLimiter limiter = new RequestLimiter(settings.rateLimit(), settings.rateLimitBurst(), nanoTime);
        Endpoint certificate = context -> certificate().writeTo(context);
        Endpoint verify = new LimitedEndpoint(
                limiter,
                RequestLimiter.Path.VERIFY,
                new ObjectEndpoint(admission, bodies, LogMessages.VERIFY_FAILED, this::verify));
        Endpoint rotate = new LimitedEndpoint(
                limiter,
                RequestLimiter.Path.ROTATE,
                new ObjectEndpoint(admission, bodies, LogMessages.ROTATE_FAILED, this::rotate));
        return WebServer.start(
                "http",
                settings.address(),
                limits,
                Map.of(
                        "/healthz",
                        context -> Answer.text(OK, "ok\n").writeTo(context),
                        CERTIFICATE,
                        certificate.counted(CERTIFICATE, metrics, nanoTime),
                        VERIFY,
                        verify.counted(VERIFY, metrics, nanoTime),
                        ROTATE,
                        rotate.counted(ROTATE, metrics, nanoTime)));
    }

    private Answer certificate() {
        return functions
                .certificate()
                .pem()
                .map(pem -> Answer.of(OK, "application/x-pem-file", pem))
                .orElseGet(() -> Answer.error(INTERNAL_ERROR, "cannot get certificate\n"));
    }

    private Answer verify(SealedSecret sealed) {
        return Answer.empty(functions.verification().opens(sealed) ? OK : CONFLICT);
    }

    private Answer rotate(SealedSecret sealed) {
        return functions
                .rotation()
                .rotate(sealed)
                .map(rotated -> Answer.of(OK, "application/json", ObjectWriter.toCompactJson(rotated)))
                .orElseGet(PublicServer::cannotRotate);
    }

    private static Answer cannotRotate() {
        LOG.atError().addKeyValue(LogKeys.ERROR, UnsealFailure.MESSAGE).log(LogMessages.ROTATE_FAILED);
        return Answer.error(INTERNAL_ERROR, UnsealFailure.MESSAGE + "\n");
    }
}
