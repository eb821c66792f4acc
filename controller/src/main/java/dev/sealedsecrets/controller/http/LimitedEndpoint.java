package dev.sealedsecrets.controller.http;

import io.javalin.http.Context;
import java.util.concurrent.TimeUnit;

/** An endpoint behind the limiter: answers say what is left, and 429 when to come again. */
final class LimitedEndpoint implements Endpoint {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RequestLimiter limiter;
    private final RequestLimiter.Path path;
    private final Endpoint limited;

    LimitedEndpoint(RequestLimiter limiter, RequestLimiter.Path path, Endpoint limited) {
        this.limiter = limiter;
        this.path = path;
        this.limited = limited;
    }

    @Override
    public void answer(Context context) {
        String forwardedFor = context.header(FORWARDED_FOR);
        Quota.Draw draw = limiter.ask(
                path, forwardedFor == null ? "" : forwardedFor, context.req().getRemoteAddr());
        context.header("X-Ratelimit-Limit", Long.toString(draw.limit()));
        context.header("X-Ratelimit-Remaining", Long.toString(draw.remaining()));
        context.header("X-Ratelimit-Reset", seconds(draw.resetNanos()));
        if (draw.granted()) {
            limited.answer(context);
        } else {
            context.header("Retry-After", seconds(draw.retryNanos()));
            Answer.error(TOO_MANY_REQUESTS, "limit exceeded\n").writeTo(context);
        }
    }

    private static String seconds(long nanos) {
        return Long.toString((nanos + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND);
    }
}
