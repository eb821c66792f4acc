package dev.sealedsecrets.controller.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** Cuts the connection of a request whose answer is not complete in time, counted from the end of the request's head. */
final class AnswerDeadline extends Handler.Wrapper {
    private final Duration deadline;

    AnswerDeadline(Duration deadline) {
        this.deadline = deadline;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
        Scheduler.Task cut = request.getComponents()
                .getScheduler()
                .schedule(
                        () -> connection.close(new TimeoutException("answer too late")),
                        deadline.toMillis(),
                        TimeUnit.MILLISECONDS);
        Request.addCompletionListener(request, failure -> cut.cancel());
        return super.handle(request, response, callback);
    }
}
