package dev.sealedsecrets.blackbox;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does what the steps of one case say, one after the other. */
final class Steps {

    private static final double WITHIN = 20;

    private final World world;
    private final Scene scene;
    private final Checks checks;
    private final Requests requests;

    Steps(World world, String namespace) {
        this.world = world;
        this.scene = new Scene(world, namespace);
        this.requests = new Requests(scene);
        this.checks = new Checks(scene, requests);
    }

    String namespace() {
        return scene.namespace;
    }

    void run(List<?> steps) {
        int number = 0;
        for (Object step : steps) {
            number++;
            Map.Entry<String, @Nullable Object> only =
                    Fields.of(step).map().entrySet().iterator().next();
            try {
                perform(only.getKey(), only.getValue());
            } catch (AssertionError | IOException | InterruptedException e) {
                throw new AssertionError("step " + number + " (" + only.getKey() + "): " + e.getMessage(), e);
            }
        }
    }

    private void perform(String step, @Nullable Object raw) throws IOException, InterruptedException {
        if (Shapes.isBlock(step)) {
            expect(step, Fields.of(raw));
            return;
        }
        Object value = scene.filled(raw);
        switch (step) {
            case "wait" -> Pauses.seconds(((Number) Objects.requireNonNull(value)).doubleValue());
            case "signal" -> world.controller.signal(String.valueOf(value));
            default -> perform(step, Fields.of(value));
        }
    }

    private void perform(String step, Fields value) throws IOException, InterruptedException {
        switch (step) {
            case "apply", "create", "replace" -> put(step, value.map()).ok();
            case "seal" -> seal(value);
            case "patch" -> patch(value);
            case "delete" -> delete(value);
            case "denied" -> denied(value);
            case "remember" -> remember(value);
            case "key" -> installKey(value);
            case "relabel_key" ->
                world.api
                        .mergePatch(
                                keySecret(value),
                                Map.of("metadata", Map.of("labels", Map.of(KeyInstaller.LABEL, value.text("label")))))
                        .ok();
            case "delete_key" ->
                world.api.request("DELETE", keySecret(value), null).ok();
            case "restart" -> {
                world.controller.stop(value.isOn("kill"), 30);
                start(value);
            }
            case "start" -> start(value);
            case "stop" -> {
                Integer status = world.controller.stop(value.isOn("kill"), value.number("within", 30));
                if (value.has("exit")) {
                    require(Differences.between(value.get("exit"), status, "exit"));
                }
            }
            case "run" -> Commands.controller(value);
            case "kubectl" -> Commands.kubectl(value);
            case "http" -> {
                for (int i = 0; i < value.number("repeat", 1); i++) {
                    require(requests.differences(value));
                }
            }
            case "flood" -> requests.flood(value);
            default -> throw new BadCaseException("unknown step " + step);
        }
    }

    private void start(Fields value) {
        Map<String, String> environment = new HashMap<>(world.controller.environment());
        if (value.has("env")) {
            environment.clear();
            value.at("env").map().forEach((name, each) -> environment.put(name, String.valueOf(each)));
        }
        world.controller.start(
                value.has("args") ? world.arguments(value.texts("args")) : world.controller.arguments(),
                environment,
                value.text("expect", "serving"));
    }

    void installKey(Fields step) {
        put("create", new KeyInstaller(scene).secret(step)).ok();
    }

    private String keySecret(Fields value) {
        return Objects.requireNonNull(world.keySecrets.get(value.text("name")));
    }

    private Reply put(String how, Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>(given);
        if (Fields.of(object.get("spec")).has("encryptedData")) {
            object.putIfAbsent("apiVersion", "bitnami.com/v1alpha1");
            object.putIfAbsent("kind", "SealedSecret");
        }
        Fields fields = new Fields(object);
        String kind = fields.text("kind");
        Map<String, @Nullable Object> metadata =
                new LinkedHashMap<>(fields.at("metadata").map());
        object.put("metadata", metadata);
        String namespace = new Fields(metadata).text("namespace", scene.namespace);
        if (Kinds.isNamespaced(kind)) {
            metadata.put("namespace", namespace);
        }
        String collection = Kinds.collection(kind, namespace);
        if (how.equals("create")) {
            return world.api.request("POST", collection, object);
        }
        String path = collection + "/" + metadata.get("name");
        if (how.equals("apply")) {
            return world.api.request(
                    "PATCH", path + "?fieldManager=check&force=true", object, "application/apply-patch+yaml");
        }
        Fields current = world.api.request("GET", path, null).ok().object();
        metadata.put("resourceVersion", current.at("metadata").get("resourceVersion"));
        return world.api.request("PUT", path, object);
    }

    private void seal(Fields step) {
        Map<String, @Nullable Object> object = new Sealing(scene).object(step);
        if (step.has("save")) {
            scene.remember(step.text("save"), object);
        }
        if (!step.text("how", "apply").equals("none")) {
            put(step.text("how", "apply"), object).ok();
        }
    }

    private void patch(Fields step) {
        String path = Kinds.object(step.text("kind"), scene.namespaceOf(step), step.text("name"))
                + (step.has("subresource") ? "/" + step.text("subresource") : "");
        String type = step.text("type", "merge").equals("merge")
                ? "application/merge-patch+json"
                : "application/json-patch+json";
        for (int i = 0; i < step.number("times", 1); i++) {
            String body = Reply.write(step.get("body")).replace("%i", String.valueOf(i));
            world.api
                    .request("PATCH", path, body, "admin", Map.of("Content-Type", type))
                    .ok();
            Pauses.seconds(step.seconds("pause", 0));
        }
    }

    private void delete(Fields step) {
        String cascade = step.text("cascade", "background");
        String policy = Character.toUpperCase(cascade.charAt(0)) + cascade.substring(1);
        String path = Kinds.object(step.text("kind"), scene.namespaceOf(step), step.text("name"));
        Reply reply = world.api.request("DELETE", path, Map.of("propagationPolicy", policy));
        if (reply.status() != 404 || !step.isOn("missing_ok")) {
            reply.ok();
        }
        if (step.isOn("wait")) {
            until(
                    WITHIN,
                    () -> world.api.request("GET", path, null).status() == 404
                            ? List.of()
                            : List.of("the object is still there"));
        }
    }

    private void denied(Fields step) {
        String how = step.has("apply") ? "apply" : "create";
        Object status = step.has("status") ? step.get("status") : Integer.valueOf(422);
        Object message = step.has("message") ? step.get("message") : "~";
        until(step.seconds("within", 0), () -> {
            Reply reply = put(how, step.at(how).map());
            List<String> found = Differences.between(status, reply.status(), "status");
            found.addAll(Differences.between(message, reply.text(), "answer"));
            if (reply.status() < 300) {
                Fields made = reply.object();
                world.api.request(
                        "DELETE",
                        Kinds.object(
                                made.text("kind"),
                                made.at("metadata").text("namespace", ""),
                                made.at("metadata").text("name")),
                        null);
            }
            return found;
        });
    }

    private void remember(Fields step) {
        Object value;
        if (step.isOn("cert")) {
            value = world.controller.get("http", "/v1/cert.pem");
        } else if (step.has("metric")) {
            value = Samples.sum(
                    Samples.of(world.controller.get("metrics", "/metrics"), step.text("metric"), step.at("labels")));
        } else {
            value = world.api.get(step.text("kind"), scene.namespaceOf(step), step.text("name"));
            if (value == null) {
                throw new AssertionError("there is no " + step.text("kind") + " " + step.text("name"));
            }
            for (String part : step.text("path", "").split("\\.", -1)) {
                if (!part.isEmpty()) {
                    value = value instanceof List<?> list
                            ? list.get(Integer.parseInt(part))
                            : Fields.of(value).get(part);
                }
            }
        }
        scene.remember(step.text("as"), value);
    }

    private void expect(String step, Fields block) {
        switch (step) {
            case "now" -> require(checks.differences(block));
            case "eventually" -> until(block.seconds("within", WITHIN), () -> checks.differences(block));
            default -> {
                long end = System.nanoTime() + (long) (block.seconds("for", 3) * 1e9);
                do {
                    require(checks.differences(block));
                    Pauses.seconds(0.25);
                } while (System.nanoTime() < end);
            }
        }
    }

    private interface Look {
        List<String> differences();
    }

    private static void until(double seconds, Look look) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        double pause = 0.05;
        while (true) {
            List<String> found = look.differences();
            if (found.isEmpty()) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(String.join("; ", found));
            }
            Pauses.seconds(pause);
            pause = Math.min(pause * 1.3, 0.5);
        }
    }

    private static void require(List<String> differences) {
        if (!differences.isEmpty()) {
            throw new AssertionError(String.join("; ", differences));
        }
    }
}
