package dev.sealedsecrets.controller.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.ArrayList;
import java.util.List;

/** Workloads in the API. Thread-safe. */
public final class WorkloadApi {
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final KubernetesClient client;
    private final ApiCalls calls;

    public WorkloadApi(KubernetesClient client, CallRules rules) {
        this.client = client;
        this.calls = new ApiCalls(rules);
    }

    /** All workloads of a namespace: three calls. */
    public List<Workload> list(String namespace) throws ApiFailure {
        List<Workload> found = new ArrayList<>();
        for (Workload.Kind kind : Workload.Kind.values()) {
            found.addAll(calls.call(() -> list(kind, namespace)));
        }
        return found;
    }

    private List<Workload> list(Workload.Kind kind, String namespace) {
        return switch (kind) {
            case DEPLOYMENT ->
                client.apps().deployments().inNamespace(namespace).list().getItems().stream()
                        .map(each -> Workload.read(kind, each, each.getSpec().getTemplate()))
                        .toList();
            case STATEFUL_SET ->
                client.apps().statefulSets().inNamespace(namespace).list().getItems().stream()
                        .map(each -> Workload.read(kind, each, each.getSpec().getTemplate()))
                        .toList();
            case DAEMON_SET ->
                client.apps().daemonSets().inNamespace(namespace).list().getItems().stream()
                        .map(each -> Workload.read(kind, each, each.getSpec().getTemplate()))
                        .toList();
        };
    }

    /** Sets an annotation of a workload's Pod template: its Pods are replaced, in the way that the workload says. */
    public void annotatePods(Workload workload, String annotation, String value) throws ApiFailure {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("spec")
                .putObject("template")
                .putObject("metadata")
                .putObject("annotations")
                .put(annotation, value);
        String namespace = workload.key().namespace();
        String name = workload.key().name();
        calls.write(() -> switch (workload.kind()) {
            case DEPLOYMENT ->
                client.apps()
                        .deployments()
                        .inNamespace(namespace)
                        .withName(name)
                        .patch(MERGE, patch.toString());
            case STATEFUL_SET ->
                client.apps()
                        .statefulSets()
                        .inNamespace(namespace)
                        .withName(name)
                        .patch(MERGE, patch.toString());
            case DAEMON_SET ->
                client.apps().daemonSets().inNamespace(namespace).withName(name).patch(MERGE, patch.toString());
        });
    }
}
