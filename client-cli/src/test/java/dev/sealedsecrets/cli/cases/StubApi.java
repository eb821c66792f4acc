package dev.sealedsecrets.cli.cases;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** An API server that says what a case wants it to say, and remembers what it was asked. */
final class StubApi implements AutoCloseable {

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<ReceivedRequest> requests = new ArrayList<>();

    /** Has an address from now on, and answers after {@link #start}. */
    StubApi(boolean tls) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (tls) {
            HttpsServer https = HttpsServer.create(anyPort, 0);
            https.setHttpsConfigurator(new HttpsConfigurator(StubTls.context()));
            server = https;
            scheme = "https";
        } else {
            server = HttpServer.create(anyPort, 0);
            scheme = "http";
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    String url() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    void start(Map<String, List<Answer>> prepared, UnaryOperator<String> placeholders) {
        prepared.forEach((line, list) -> {
            Deque<Answer> queue = new ArrayDeque<>();
            list.forEach(answer -> queue.add(new Answer(
                    answer.status(), answer.text(placeholders), answer.type(), answer.delay(), answer.headers())));
            answers.put(line, queue);
        });
        server.start();
    }

    List<ReceivedRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, List<String>> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            Answer answer;
            synchronized (requests) {
                requests.add(new ReceivedRequest(line, headers, body));
                answer = next(exchange.getRequestMethod() + " "
                        + path(exchange.getRequestURI().toString()));
            }
            if (answer.delay().isZero() || !isClosedWithin(answer)) {
                send(exchange, answer);
            }
        }
    }

    /** Without the query, and without the host of a request to a proxy. */
    private static String path(String target) {
        return target.replaceFirst("\\?.*", "").replaceFirst("^http://[^/]*", "");
    }

    private Answer next(String line) {
        Deque<Answer> queue = answers.getOrDefault(line, new ArrayDeque<>(List.of(Answer.notFound())));
        return queue.size() > 1 ? queue.remove() : queue.element();
    }

    private boolean isClosedWithin(Answer answer) {
        try {
            return closed.await(answer.delay().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.text(UnaryOperator.identity()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        if (body.length == 0) {
            exchange.sendResponseHeaders(answer.status(), -1);
        } else {
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
