package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.http.HttpAnswer;
import dev.sealedsecrets.client.http.HttpCall;
import dev.sealedsecrets.client.http.HttpFailure;
import dev.sealedsecrets.client.http.HttpTransport;
import java.time.Duration;
import java.util.Optional;

/**
 * Requests to one API server. An answer 429 or 5xx that says how many seconds to wait is waited for, and the request is sent
 * again, up to ten times; nothing else is sent twice. Close it: its connections keep a JVM alive.
 */
public final class ApiServer implements AutoCloseable {

    private static final int MAX_REPETITIONS = 10;

    private final Connection connection;
    private final HttpTransport transport;
    private final Pause pause;

    private ApiServer(Connection connection, HttpTransport transport, Pause pause) {
        this.connection = connection;
        this.transport = transport;
        this.pause = pause;
    }

    static ApiServer open(Connection connection, Pause pause) throws ClientException {
        try {
            return new ApiServer(
                    connection, HttpTransport.withoutRedirects(connection.tls(), connection.proxy()), pause);
        } catch (HttpFailure e) {
            throw new ClientException(e.getMessage());
        }
    }

    /**
     * Reads a resource.
     *
     * @param path with percent escapes, starting with a slash
     */
    HttpAnswer get(String path, String accept) throws HttpFailure {
        return get(path, "", accept);
    }

    /**
     * Reads what a query selects of a resource.
     *
     * @param query with percent escapes, without the question mark
     */
    HttpAnswer get(String path, String query, String accept) throws HttpFailure {
        return repeating(HttpCall.get(connection.address(path, query), connection.timeout()), accept);
    }

    /** Sends a JSON text. */
    HttpAnswer post(String path, String accept, String json) throws HttpFailure {
        return repeating(HttpCall.post(connection.address(path, ""), json, connection.timeout()), accept);
    }

    /** Reads a resource with a single request and at most this time, or that of the connection if it is shorter. */
    HttpAnswer getOnce(String path, String query, Duration atMost) throws HttpFailure {
        Duration timeout = connection.timeout();
        boolean shorter = !timeout.isZero() && timeout.compareTo(atMost) < 0;
        HttpCall call = HttpCall.get(connection.address(path, query), shorter ? timeout : atMost);
        return transport.send(connection.authorized(call.with("Accept", "application/json")));
    }

    private HttpAnswer repeating(HttpCall call, String accept) throws HttpFailure {
        HttpCall complete = connection.authorized(call.with("Accept", accept));
        HttpAnswer answer = transport.send(complete);
        for (int i = 0; i < MAX_REPETITIONS; i++) {
            Optional<Duration> time = waitingTime(answer);
            if (time.isEmpty()) {
                return answer;
            }
            try {
                pause.lasting(time.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return answer;
            }
            answer = transport.send(complete);
        }
        return answer;
    }

    private static Optional<Duration> waitingTime(HttpAnswer answer) {
        if (answer.status() != 429 && answer.status() < 500) {
            return Optional.empty();
        }
        try {
            return answer.retryAfter()
                    .map(text -> Integer.parseInt(text.strip()))
                    .map(seconds -> Duration.ofSeconds(Math.max(0, seconds)));
        } catch (NumberFormatException e) {
            return Optional.empty(); // a date: kubectl does not wait for that either
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
