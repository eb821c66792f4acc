package dev.sealedsecrets.blackbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Requests of a case: to the controller, to its metrics, or through the API server. */
final class Requests {

    private final Scene scene;

    Requests(Scene scene) {
        this.scene = scene;
    }

    private Reply send(Fields step, Map<String, String> further) throws IOException {
        Map<String, String> headers = new HashMap<>(further);
        step.at("headers").map().forEach((name, value) -> headers.put(name, String.valueOf(value)));
        byte[] body = body(step);
        String method = step.text("method", body == null ? "GET" : "POST");
        String path = step.text("path");
        if (step.text("at", "controller").equals("api")) {
            headers.putIfAbsent("Content-Type", "application/json");
            String text = body == null ? null : new String(body, StandardCharsets.UTF_8);
            return scene.world.api.request(method, path, text, step.text("as", "admin"), headers);
        }
        ControllerUnderTest controller = scene.world.controller;
        return controller.request(controller.request(step.text("at", "controller"), method, path, body, headers));
    }

    private byte @Nullable [] body(Fields step) {
        if (step.has("json")) {
            return Reply.write(step.get("json")).getBytes(StandardCharsets.UTF_8);
        }
        if (step.has("object")) {
            return Reply.write(scene.variable(step.text("object"))).getBytes(StandardCharsets.UTF_8);
        }
        if (step.has("size")) {
            return " ".repeat(step.number("size", 0)).getBytes(StandardCharsets.UTF_8);
        }
        return step.has("body") ? step.text("body").getBytes(StandardCharsets.UTF_8) : null;
    }

    List<String> differences(Fields step) {
        Reply reply;
        try {
            reply = send(step, Map.of());
        } catch (IOException e) {
            return step.isOn("reset_ok") ? List.of() : List.of("the request broke: " + e);
        }
        List<String> found = new ArrayList<>();
        List<?> statuses = step.has("status") ? Fields.list(step.get("status")) : List.of(200);
        if (!statuses.contains(reply.status())) {
            found.add(
                    "status: wanted " + statuses + ", have " + reply.status() + " " + Differences.shown(reply.text()));
        }
        step.at("header")
                .map()
                .forEach((name, want) -> found.addAll(Differences.between(
                        want, reply.headers().firstValue(name).orElse(null), "header " + name)));
        if (step.has("text")) {
            found.addAll(Differences.between(step.get("text"), reply.text(), "body"));
        }
        if (found.isEmpty() && (step.has("match") || step.has("save"))) {
            Object json = reply.json();
            if (step.has("match")) {
                found.addAll(Differences.between(step.get("match"), json, "body"));
            }
            if (step.has("save")) {
                scene.remember(step.text("save"), json);
            }
        }
        return found;
    }

    void flood(Fields step) {
        Fields request = step.at("http");
        ExecutorService threads = Executors.newFixedThreadPool(step.number("parallel", 1));
        Map<String, Integer> counts = new HashMap<>();
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < step.number("count", 0); i++) {
                Map<String, String> header = step.has("unique_header")
                        ? Map.of(step.text("unique_header"), "10.9." + i / 250 + "." + (i % 250 + 1))
                        : Map.of();
                answers.add(threads.submit(() -> status(request, header)));
            }
            for (Future<String> answer : answers) {
                counts.merge(answer.get(), 1, Integer::sum);
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
        List<String> found = new ArrayList<>();
        step.at("want")
                .map()
                .forEach((status, want) -> found.addAll(
                        Differences.between(want, counts.getOrDefault(status, 0), "answers with " + status)));
        if (!found.isEmpty()) {
            throw new AssertionError(found + "; answers: " + counts);
        }
    }

    private String status(Fields request, Map<String, String> header) {
        try {
            return String.valueOf(send(request, header).status());
        } catch (IOException e) {
            return "broken";
        }
    }
}
