package dev.sealedsecrets.controller.http;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths without empty, {@code .} and {@code ..} segments, as Go's request multiplexer has them; a slash at the end stays. */
final class CleanPath {
    private CleanPath() {}

    static String of(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            switch (segment) {
                case "", "." -> {}
                case ".." -> segments.pollLast();
                default -> segments.addLast(segment);
            }
        }
        String clean = "/" + String.join("/", segments);
        return path.endsWith("/") && !segments.isEmpty() ? clean + "/" : clean;
    }
}
