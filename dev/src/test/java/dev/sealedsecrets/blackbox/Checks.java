package dev.sealedsecrets.blackbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at the cluster and the controller; each check gives what is not as wanted. */
final class Checks {

    private final Scene scene;
    private final World world;
    private final Requests requests;

    Checks(Scene scene, Requests requests) {
        this.scene = scene;
        this.world = scene.world;
        this.requests = requests;
    }

    List<String> differences(Fields block) {
        List<String> found = new ArrayList<>();
        Fields.of(scene.filled(block.map())).map().forEach((name, value) -> {
            if (!Shapes.isTime(name)) {
                for (Object one : value instanceof List<?> list ? list : Arrays.asList(value)) {
                    found.addAll(check(name, one));
                }
            }
        });
        return found;
    }

    private List<String> check(String name, @Nullable Object value) {
        return switch (name) {
            case "alive" -> Differences.between(value, world.controller.isAlive(), "alive");
            case "metrics_text" -> Differences.between(value, world.controller.get("metrics", "/metrics"), "metrics");
            default -> check(name, Fields.of(value));
        };
    }

    private List<String> check(String name, Fields want) {
        return switch (name) {
            case "object" -> object(want, want.text("kind"));
            case "secret" -> secret(want);
            case "sealedsecret" -> sealedSecret(want);
            case "event" -> event(want);
            case "no_event" -> events(want).isEmpty() ? List.of() : List.of("unwanted events " + events(want));
            case "metric" -> metric(want);
            case "http" -> requests.differences(want);
            case "keys" -> keys(want);
            case "cert" -> certificate(want);
            case "log" -> log(want);
            case "no_leak" -> noLeak(want);
            case "value" -> Differences.between(want.get("match"), scene.variable(want.text("of")), want.text("of"));
            case "unseals" -> unseals(want);
            default -> throw new BadCaseException("unknown check " + name);
        };
    }

    private @Nullable Object find(Fields want, String kind) {
        return world.api.get(kind, scene.namespaceOf(want), want.text("name"));
    }

    private static List<String> presence(Fields want, @Nullable Object found, String kind) {
        return want.isOn("absent") == (found == null)
                ? List.of()
                : List.of(kind + " " + want.text("name") + (found == null ? " does not exist" : " exists"));
    }

    private List<String> object(Fields want, String kind) {
        Object found = find(want, kind);
        List<String> differences = presence(want, found, kind);
        return differences.isEmpty() && found != null && want.has("match")
                ? Differences.between(want.get("match"), found, kind)
                : differences;
    }

    private List<String> secret(Fields want) {
        Object found = find(want, "Secret");
        List<String> differences = new ArrayList<>(presence(want, found, "Secret"));
        if (!differences.isEmpty() || found == null) {
            return differences;
        }
        Fields secret = Fields.of(found);
        Fields metadata = secret.at("metadata");
        if (want.has("data")) {
            differences.addAll(data(want.at("data"), secret.at("data")));
        }
        for (String exact : List.of("labels", "annotations")) {
            if (want.has(exact)
                    && !want.at(exact).map().equals(metadata.at(exact).map())) {
                differences.add(exact + ": wanted " + want.get(exact) + ", have " + metadata.get(exact));
            }
        }
        for (String field : List.of("type", "immutable")) {
            if (want.has(field)) {
                differences.addAll(Differences.between(want.get(field), secret.get(field), field));
            }
        }
        if (want.has("owners")) {
            differences.addAll(owners(want, Fields.list(metadata.get("ownerReferences"))));
        }
        if (want.has("match")) {
            differences.addAll(Differences.between(want.get("match"), found, "Secret"));
        }
        return differences;
    }

    private static List<String> data(Fields want, Fields have) {
        List<String> differences = new ArrayList<>();
        if (!want.map().keySet().equals(have.map().keySet())) {
            differences.add("data: wanted " + want.map().keySet() + ", have "
                    + have.map().keySet());
            return differences;
        }
        want.map().forEach((name, value) -> {
            byte[] bytes = Base64.getDecoder().decode(have.text(name));
            if (value instanceof String text && text.startsWith("~")) {
                differences.addAll(
                        Differences.between(text, new String(bytes, StandardCharsets.UTF_8), "data." + name));
            } else if (!Arrays.equals(Scene.plaintext(value), bytes)) {
                differences.add("data." + name + ": wanted " + Differences.shown(value) + ", have "
                        + Differences.shown(new String(bytes, StandardCharsets.UTF_8)));
            }
        });
        return differences;
    }

    private List<String> owners(Fields want, List<?> have) {
        if (want.text("owners").equals("none")) {
            return have.isEmpty() ? List.of() : List.of("ownerReferences: wanted none, have " + have);
        }
        Fields owner = Fields.of(find(want, "SealedSecret"));
        return Differences.between(List.of(Scene.ownedBy(want.text("name"), owner)), have, "ownerReferences");
    }

    private List<String> sealedSecret(Fields want) {
        Object found = find(want, "SealedSecret");
        List<String> differences = new ArrayList<>(presence(want, found, "SealedSecret"));
        if (!differences.isEmpty() || found == null) {
            return differences;
        }
        Fields status = Fields.of(found).at("status");
        if (want.isOn("no_status") && !status.map().isEmpty()) {
            differences.add("status: wanted none, have " + status.map());
        }
        if (want.has("synced") || want.has("message")) {
            List<Fields> synced = Fields.list(status.get("conditions")).stream()
                    .map(Fields::of)
                    .filter(condition -> "Synced".equals(condition.get("type")))
                    .toList();
            if (synced.size() != 1) {
                differences.add("status: wanted one condition Synced, have " + status.map());
                return differences;
            }
            if (want.has("synced")) {
                differences.addAll(
                        Differences.between(want.get("synced"), synced.get(0).get("status"), "Synced"));
            }
            if (want.has("message")) {
                differences.addAll(
                        Differences.between(want.get("message"), synced.get(0).text("message", ""), "message"));
            }
        }
        if (want.has("observed")) {
            Object generation = "current".equals(want.get("observed"))
                    ? Fields.of(found).at("metadata").get("generation")
                    : want.get("observed");
            differences.addAll(Differences.between(generation, status.get("observedGeneration"), "observedGeneration"));
        }
        if (want.has("match")) {
            differences.addAll(Differences.between(want.get("match"), found, "SealedSecret"));
        }
        return differences;
    }

    private List<Object> events(Fields want) {
        List<Object> found = new ArrayList<>();
        for (Object event : world.api.list(Kinds.collection("Event", scene.namespaceOf(want)))) {
            Fields fields = Fields.of(event);
            boolean matches =
                    want.text("name").equals(fields.at("involvedObject").get("name"));
            for (String field : List.of("reason", "type", "message")) {
                matches &= !want.has(field)
                        || Differences.between(want.get(field), fields.get(field), field)
                                .isEmpty();
            }
            if (matches) {
                found.add(event);
            }
        }
        return found;
    }

    private List<String> event(Fields want) {
        List<Object> found = events(want);
        if (found.isEmpty()) {
            return List.of("no event " + want.map());
        }
        boolean matches = !want.has("match")
                || found.stream()
                        .anyMatch(event -> Differences.between(want.get("match"), event, "event")
                                .isEmpty());
        return matches ? List.of() : Differences.between(want.get("match"), found.get(0), "event");
    }

    private List<String> metric(Fields want) {
        List<Samples.Sample> found =
                Samples.of(world.controller.get("metrics", "/metrics"), want.text("series"), want.at("labels"));
        String name = "metric " + want.text("series") + " " + want.at("labels").map();
        if (want.isOn("absent") || found.isEmpty()) {
            return want.isOn("absent") == found.isEmpty() ? List.of() : List.of(name + ": " + found);
        }
        if (want.has("exact_labels")) {
            List<String> labels = want.texts("exact_labels").stream().sorted().toList();
            for (Samples.Sample sample : found) {
                if (!sample.labels().keySet().stream().sorted().toList().equals(labels)) {
                    return List.of(name + ": wanted labels " + labels + ", have " + sample.labels());
                }
            }
        }
        return want.has("value") ? Differences.between(want.get("value"), Samples.sum(found), name) : List.of();
    }

    private List<?> keySecrets() {
        return world.api.list("/api/v1/namespaces/" + World.CONTROLLER_NAMESPACE + "/secrets?labelSelector="
                + URLEncoder.encode(KeyInstaller.LABEL + "=active", StandardCharsets.UTF_8));
    }

    private static Map<String, @Nullable Object> decoded(Object secret) {
        Map<String, @Nullable Object> view = new HashMap<>(Fields.of(secret).map());
        Map<String, @Nullable Object> data = new HashMap<>();
        Fields.of(view.get("data"))
                .map()
                .forEach((name, value) -> data.put(
                        name, new String(Base64.getDecoder().decode(String.valueOf(value)), StandardCharsets.UTF_8)));
        view.put("data", data);
        view.put("cert", CertificateView.of(new Fields(data).text("tls.crt", "")));
        return view;
    }

    private List<String> keys(Fields want) {
        List<?> secrets = keySecrets();
        List<String> differences = new ArrayList<>();
        if (want.has("count")) {
            differences.addAll(Differences.between(want.get("count"), secrets.size(), "number of key Secrets"));
        }
        if (want.has("match")
                && secrets.stream()
                        .noneMatch(secret -> Differences.between(want.get("match"), decoded(secret), "key")
                                .isEmpty())) {
            differences.addAll(Differences.between(
                    want.get("match"),
                    secrets.isEmpty() ? null : decoded(Objects.requireNonNull(secrets.get(secrets.size() - 1))),
                    "key"));
        }
        return differences;
    }

    private List<String> certificate(Fields want) {
        String pem = world.controller.get("http", "/v1/cert.pem");
        List<String> differences = new ArrayList<>();
        if (want.has("is") && !pem.strip().equals(want.text("is").strip())) {
            differences.add("the certificate is not the expected one");
        }
        if (want.has("not") && pem.strip().equals(want.text("not").strip())) {
            differences.add("the certificate is still the old one");
        }
        if (want.has("match")) {
            differences.addAll(Differences.between(want.get("match"), CertificateView.of(pem), "certificate"));
        }
        return differences;
    }

    private List<String> log(Fields want) {
        String stream = want.text("stream", "any");
        String text = stream.equals("any")
                ? world.controller.logText("stdout") + world.controller.logText("stderr")
                : world.controller.logText(stream);
        List<String> differences = new ArrayList<>();
        if (want.has("has") && !isIn(want.text("has"), text)) {
            differences.add(stream + ": no line matches " + want.text("has"));
        }
        if (want.has("has_not") && isIn(want.text("has_not"), text)) {
            differences.add(stream + ": a line matches " + want.text("has_not"));
        }
        return differences;
    }

    private static boolean isIn(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).find();
    }

    private List<String> noLeak(Fields want) {
        String text = want.text("text");
        Map<String, String> places = Map.of(
                "events", String.valueOf(events(new Fields(Map.of("name", want.text("name"))))),
                "status", String.valueOf(Fields.of(find(want, "SealedSecret")).get("status")),
                "log", world.controller.logText("stdout") + world.controller.logText("stderr"));
        return places.entrySet().stream()
                .filter(place -> place.getValue().contains(text))
                .map(place -> place.getKey() + " shows " + text)
                .toList();
    }

    private List<String> unseals(Fields want) {
        Fields object = Fields.of(scene.variable(want.text("object")));
        Fields metadata = object.at("metadata");
        Fields annotations = metadata.at("annotations");
        String scope = List.of("cluster-wide", "namespace-wide").stream()
                .filter(each -> "true".equals(annotations.get("sealedsecrets.bitnami.com/" + each)))
                .findFirst()
                .orElse("strict");
        String label =
                want.text("label", Scene.label(metadata.text("namespace", ""), metadata.text("name", ""), scope));
        List<PrivateKey> keys = keySecrets().stream()
                .map(Checks::decoded)
                .sorted(Comparator.comparing(secret -> -((Number) Objects.requireNonNull(
                                Fields.of(secret.get("cert")).get("age")))
                        .longValue()))
                .map(secret -> TestKeys.privateKey(Fields.of(secret.get("data")).text("tls.key")))
                .toList();
        List<PrivateKey> tried =
                want.text("with", "any").equals("newest") ? keys.subList(keys.size() - 1, keys.size()) : keys;
        List<String> differences = new ArrayList<>();
        Fields items = object.at("spec").at("encryptedData");
        if (!items.map().keySet().equals(want.at("data").map().keySet())) {
            differences.add("items: wanted " + want.at("data").map().keySet() + ", have "
                    + items.map().keySet());
        }
        items.map().forEach((name, item) -> {
            byte[] wanted = Scene.plaintext(want.at("data").get(name));
            if (tried.stream().noneMatch(key -> opens(key, String.valueOf(item), label, wanted))) {
                differences.add("the item " + name + " does not open under the label " + label);
            }
        });
        return differences;
    }

    private static boolean opens(PrivateKey key, String item, String label, byte[] wanted) {
        try {
            return Arrays.equals(Envelope.open(key, item, label), wanted);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
