package dev.sealedsecrets.client.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A kubeconfig, or several joined.
 *
 * @param currentContext name of the context in use; the empty text for none
 */
record Kubeconfig(
        Map<String, ClusterEntry> clusters,
        Map<String, UserEntry> users,
        Map<String, ContextEntry> contexts,
        String currentContext) {

    Kubeconfig {
        clusters = Map.copyOf(clusters);
        users = Map.copyOf(users);
        contexts = Map.copyOf(contexts);
    }

    /** Joins files: of entries with the same name, and of current contexts, the first counts. */
    static Kubeconfig join(List<Kubeconfig> files) {
        Map<String, ClusterEntry> clusters = new HashMap<>();
        Map<String, UserEntry> users = new HashMap<>();
        Map<String, ContextEntry> contexts = new HashMap<>();
        String current = "";
        for (Kubeconfig file : files) {
            file.clusters.forEach(clusters::putIfAbsent);
            file.users.forEach(users::putIfAbsent);
            file.contexts.forEach(contexts::putIfAbsent);
            current = current.isEmpty() ? file.currentContext : current;
        }
        return new Kubeconfig(clusters, users, contexts, current);
    }
}
