package dev.sealedsecrets.controller.http;

import dev.sealedsecrets.controller.observe.ControllerMetrics;
import dev.sealedsecrets.controller.observe.HttpMethodLabel;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Answers the requests to one path, of any method. */
@FunctionalInterface
interface Endpoint {
    void answer(Context context);

    /** This, counted under a path. */
    default Endpoint counted(String path, ControllerMetrics metrics, LongSupplier nanoTime) {
        return context -> {
            long start = nanoTime.getAsLong();
            answer(context);
            metrics.httpAnswered(
                    path,
                    HttpMethodLabel.of(context.req().getMethod()),
                    context.statusCode(),
                    Duration.ofNanos(nanoTime.getAsLong() - start));
        };
    }
}
