package dev.sealedsecrets.cli.cases;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the cluster of a case and fills in what it leaves out. */
final class ClusterReader {

    private ClusterReader() {}

    static ClusterSpec read(CaseMapping spec) {
        String name = spec.text("controllerName").orElse("sealed-secrets-controller");
        String port = spec.text("portName").orElse("http");
        String services = "/api/v1/namespaces/%s/services/"
                .formatted(spec.text("controllerNamespace").orElse("kube-system"));
        String proxy = "%shttp:%s:%s/proxy".formatted(services, name, port);
        Map<String, List<Answer>> answers = new LinkedHashMap<>();
        answers.put("GET " + services + name, answers(spec.value("service"), service(name, port)));
        answers.put(
                "GET " + proxy + "/v1/cert.pem",
                answers(spec.value("cert"), Answer.ok("application/x-pem-file", "${fixture:main.crt}")));
        answers.put("POST " + proxy + "/v1/verify", answers(spec.value("verify"), Answer.notFound()));
        answers.put("POST " + proxy + "/v1/rotate", answers(spec.value("rotate"), Answer.notFound()));
        spec.valuesByName("static")
                .forEach((path, answer) ->
                        answers.put("GET " + path, answers(Optional.ofNullable(answer), Answer.notFound())));
        ClusterSpec cluster = new ClusterSpec(spec.flag("tls"), kubeconfig(spec), answers);
        spec.rejectOthers();
        return cluster;
    }

    private static Answer service(String name, String port) {
        Object target = port.isEmpty() ? 8080 : port;
        Map<String, Object> ports = Map.of("name", port, "port", 8080, "targetPort", target);
        return Answer.ok(
                "application/json",
                Map.of(
                        "kind",
                        "Service",
                        "apiVersion",
                        "v1",
                        "metadata",
                        Map.of("name", name),
                        "spec",
                        Map.of("ports", List.of(ports))));
    }

    private static List<Answer> answers(Optional<Object> value, Answer standard) {
        if (value.isEmpty()) {
            return List.of(standard);
        }
        return value.get() instanceof List<?> list
                ? list.stream().map(ClusterReader::answer).toList()
                : List.of(answer(value.get()));
    }

    private static Answer answer(@Nullable Object value) {
        CaseMapping spec = CaseMapping.of("an answer", value);
        Answer answer = new Answer(
                spec.number("status").orElse(200).intValue(),
                spec.value("body").orElse(""),
                spec.text("type").orElse("application/json"),
                Duration.ofMillis((long) (spec.number("delay").orElse(0).doubleValue() * 1000)),
                spec.textsByName("headers"));
        spec.rejectOthers();
        return answer;
    }

    private static String kubeconfig(CaseMapping spec) {
        Map<String, Object> context = new LinkedHashMap<>(Map.of("cluster", "stub", "user", "stub"));
        spec.text("namespace").ifPresent(namespace -> context.put("namespace", namespace));
        Map<String, Object> user = new LinkedHashMap<>(spec.valuesByName("user"));
        if (!spec.has("user")) {
            user.put("token", "test-token");
        }
        String generated = Json.text(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Config",
                "current-context",
                "stub",
                "clusters",
                List.of(Map.of("name", "stub", "cluster", Map.of("server", "${server}"))),
                "users",
                List.of(Map.of("name", "stub", "user", user)),
                "contexts",
                List.of(Map.of("name", "stub", "context", context))));
        return spec.text("kubeconfig").orElse(generated);
    }
}
