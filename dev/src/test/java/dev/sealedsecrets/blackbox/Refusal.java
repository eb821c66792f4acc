package dev.sealedsecrets.blackbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API server itself refuses what the controller asks for, by what an administrator can set there. Ends when it is closed. */
final class Refusal implements AutoCloseable {

    private static final String NAME = "refusal";

    private final World world;
    private final Map<String, String> objects;
    private final Pattern counted;

    private Refusal(World world, Map<String, String> objects, String counted) {
        this.world = world;
        this.objects = objects;
        this.counted = Pattern.compile("(?m)^" + counted + "[^\\n]* ([0-9.e+]+)$");
    }

    /** 429 for every request of the controller: API Priority and Fairness leaves it no seat. */
    static Refusal tooManyRequests(World world) {
        Map<String, String> objects = new LinkedHashMap<>();
        objects.put("PriorityLevelConfiguration", """
                {"metadata": {"name": "refusal"},
                 "spec": {"type": "Limited", "limited": {
                   "nominalConcurrencyShares": 0, "borrowingLimitPercent": 0, "limitResponse": {"type": "Reject"}}}}
                """);
        objects.put("FlowSchema", """
                {"metadata": {"name": "refusal"},
                 "spec": {
                   "priorityLevelConfiguration": {"name": "refusal"},
                   "matchingPrecedence": 3,
                   "rules": [{
                     "subjects": [{"kind": "ServiceAccount", "serviceAccount": {"namespace": "kube-system", "name": "sealed-secrets-controller"}}],
                     "resourceRules": [{"verbs": ["*"], "apiGroups": ["*"], "resources": ["*"], "namespaces": ["*"], "clusterScope": true}]}]}}
                """);
        return new Refusal(
                world, objects, "apiserver_flowcontrol_rejected_requests_total\\{flow_schema=\"" + NAME + "\"");
    }

    /** 500 for every Secret and every status: they need the word of a webhook where nobody listens. */
    static Refusal internalErrors(World world) {
        Map<String, String> objects = Map.of("ValidatingWebhookConfiguration", """
                {"metadata": {"name": "refusal"},
                 "webhooks": [{
                   "name": "refusal.example.com",
                   "clientConfig": {"url": "https://127.0.0.1:9/"},
                   "rules": [
                     {"apiGroups": [""], "apiVersions": ["*"], "operations": ["CREATE", "UPDATE"], "resources": ["secrets"]},
                     {"apiGroups": ["bitnami.com"], "apiVersions": ["*"], "operations": ["UPDATE"], "resources": ["sealedsecrets/status"]}],
                   "failurePolicy": "Fail", "sideEffects": "None", "timeoutSeconds": 1, "admissionReviewVersions": ["v1"]}]}
                """);
        return new Refusal(
                world,
                objects,
                "apiserver_admission_webhook_rejection_count\\{[^\\n]*name=\"" + NAME + ".example.com\"");
    }

    void begin() {
        objects.forEach((kind, object) -> world.api
                .request(
                        "POST", Kinds.collection(kind, ""), object, "admin", Map.of("Content-Type", "application/json"))
                .ok());
    }

    /** How many requests have been refused, says the API server. */
    double count() {
        Matcher matcher =
                counted.matcher(world.api.request("GET", "/metrics", null).text());
        double sum = 0;
        while (matcher.find()) {
            sum += Double.parseDouble(matcher.group(1));
        }
        return sum;
    }

    @Override
    public void close() {
        objects.keySet().forEach(kind -> world.api.request("DELETE", Kinds.object(kind, "", NAME), null));
    }
}
