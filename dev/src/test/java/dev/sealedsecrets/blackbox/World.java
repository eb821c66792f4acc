package dev.sealedsecrets.blackbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The control plane with one controller: begins each group with nothing of the one before. */
final class World {

    static final String CONTROLLER_NAMESPACE = "kube-system";
    static final String CONTROLLER_NAME = "sealed-secrets-controller";

    private static final String ROLE = "/apis/rbac.authorization.k8s.io/v1/clusterroles/secrets-unsealer";

    final Api api = new Api();
    final TestKeys keys = new TestKeys();
    final ControllerUnderTest controller;

    /** Certificates of the group's keys, by the key's name. */
    final Map<String, String> certificates = new ConcurrentHashMap<>();

    /** Namespace and name of key Secrets, by the key's name. */
    final Map<String, String> keySecrets = new ConcurrentHashMap<>();

    private boolean bare;
    private @Nullable Object usualRules;

    World(ControllerUnderTest controller) {
        this.controller = controller;
    }

    /** Clears all away, installs the group's keys and starts its controller. */
    void begin(String name, Fields group) {
        clear();
        bare = group.isOn("bare");
        if (group.has("rules")) {
            usualRules = api.request("GET", ROLE, null).ok().object().get("rules");
            api.mergePatch(ROLE, Map.of("rules", Objects.requireNonNull(group.get("rules"))))
                    .ok();
        }
        Steps setup = new Steps(this, "g-" + name.replaceAll("[^a-z0-9-]", ""));
        for (Object key : group.has("keys") ? Fields.list(group.get("keys")) : List.of(Map.of("name", "main"))) {
            setup.installKey(Fields.of(key));
        }
        if (group.has("before")) {
            makeNamespaces(setup.namespace());
            setup.run(Fields.list(group.get("before")));
        }
        controller.startLogsAnew();
        startAgain(group);
    }

    /** Starts the controller of a group, unless it wants none. */
    void startAgain(Fields group) {
        if (!Boolean.FALSE.equals(group.get("start"))) {
            Map<String, String> environment = new HashMap<>();
            group.at("env").map().forEach((name, value) -> environment.put(name, filled(String.valueOf(value))));
            controller.start(
                    arguments(group.texts("args").stream().map(World::filled).toList()), environment, "serving");
        }
    }

    /** What precedes the arguments of a case: the original's own limit would make every case wait. */
    List<String> arguments(List<String> own) {
        List<String> all =
                new ArrayList<>(bare ? List.of() : List.of("--kubeclient-qps=200", "--kubeclient-burst=400"));
        all.addAll(own);
        return all;
    }

    void makeNamespaces(String name) {
        for (String each : List.of(name, name + "-b")) {
            Reply reply = api.request(
                    "POST",
                    "/api/v1/namespaces",
                    Map.of("metadata", Map.of("name", each, "labels", Map.of("check", each))));
            if (reply.status() != 409) {
                reply.ok();
            }
        }
    }

    void clear() {
        controller.stop(true, 30);
        deleteAll(
                "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations",
                "ValidatingWebhookConfiguration");
        deleteAll("/apis/bitnami.com/v1alpha1/sealedsecrets", "SealedSecret");
        deleteAll("/api/v1/secrets", "Secret");
        certificates.clear();
        keySecrets.clear();
        if (usualRules != null) {
            api.mergePatch(ROLE, Map.of("rules", usualRules)).ok();
            usualRules = null;
        }
    }

    private void deleteAll(String list, String kind) {
        for (Object item : api.list(list)) {
            Fields metadata = Fields.of(item).at("metadata");
            String path = Kinds.object(kind, metadata.text("namespace", ""), metadata.text("name"));
            if (metadata.has("finalizers")) {
                Map<String, @Nullable Object> none = new HashMap<>();
                none.put("finalizers", null);
                api.mergePatch(path, Map.of("metadata", none));
            }
            api.request("DELETE", path, null);
        }
    }

    static String filled(String text) {
        return text.replace("$CNS", CONTROLLER_NAMESPACE).replace("$CNAME", CONTROLLER_NAME);
    }
}
