package dev.sealedsecrets.blackbox;

import java.util.Map;

/** Where the API server has the kinds that cases use. */
final class Kinds {

    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("Secret", "/api/v1/namespaces/%s/secrets"),
            Map.entry("ConfigMap", "/api/v1/namespaces/%s/configmaps"),
            Map.entry("Event", "/api/v1/namespaces/%s/events"),
            Map.entry("ServiceAccount", "/api/v1/namespaces/%s/serviceaccounts"),
            Map.entry("Service", "/api/v1/namespaces/%s/services"),
            Map.entry("Namespace", "/api/v1/namespaces"),
            Map.entry("SealedSecret", "/apis/bitnami.com/v1alpha1/namespaces/%s/sealedsecrets"),
            Map.entry("Role", "/apis/rbac.authorization.k8s.io/v1/namespaces/%s/roles"),
            Map.entry("RoleBinding", "/apis/rbac.authorization.k8s.io/v1/namespaces/%s/rolebindings"),
            Map.entry("ClusterRole", "/apis/rbac.authorization.k8s.io/v1/clusterroles"),
            Map.entry("ClusterRoleBinding", "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings"),
            Map.entry(
                    "ValidatingWebhookConfiguration",
                    "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations"),
            Map.entry("CustomResourceDefinition", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions"),
            Map.entry("FlowSchema", "/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas"),
            Map.entry(
                    "PriorityLevelConfiguration", "/apis/flowcontrol.apiserver.k8s.io/v1/prioritylevelconfigurations"),
            Map.entry("Lease", "/apis/coordination.k8s.io/v1/namespaces/%s/leases"));

    private Kinds() {}

    static String collection(String kind, String namespace) {
        return path(kind).formatted(namespace);
    }

    static String object(String kind, String namespace, String name) {
        return collection(kind, namespace) + "/" + name;
    }

    static boolean isNamespaced(String kind) {
        return path(kind).contains("%s");
    }

    private static String path(String kind) {
        String path = PATHS.get(kind);
        if (path == null) {
            throw new BadCaseException("unknown kind " + kind);
        }
        return path;
    }
}
