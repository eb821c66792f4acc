package dev.sealedsecrets.controller.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A request written byte by byte, and the answer as it came: clients of the JDK would tidy both up. */
record RawHttp(int status, List<String> headers, String body) {
    private static final int PATIENCE_MILLIS = 20_000;

    static RawHttp send(int port, String method, String target, String... headers) {
        return post(port, method, target, "", headers);
    }

    static RawHttp post(int port, String method, String target, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head =
                new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n");
        Arrays.stream(headers).forEach(header -> head.append(header).append("\r\n"));
        if (bytes.length > 0) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        return exchange(port, head + "\r\n" + body);
    }

    static RawHttp exchange(int port, String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return parse(answer.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawHttp parse(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        List<String> head = List.of(answer.substring(0, end).split("\r\n", -1));
        return new RawHttp(
                Integer.parseInt(head.get(0).split(" ", -1)[1]),
                head.subList(1, head.size()),
                answer.substring(end + 4));
    }

    Optional<String> header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ": ";
        return headers.stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(header -> header.substring(prefix.length()))
                .findFirst();
    }
}
