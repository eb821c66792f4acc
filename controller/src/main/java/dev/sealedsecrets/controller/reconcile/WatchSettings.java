package dev.sealedsecrets.controller.reconcile;

import java.util.List;

/**
 * Which objects are watched.
 *
 * @param ownNamespace the controller's
 * @param allNamespaces false: the controller's namespace only
 * @param additionalNamespaces when not empty: these and the controller's only
 * @param labelSelector of SealedSecrets; empty: all
 * @param watchSecrets false: deleted Secrets do not come back, and edits of Secrets stay
 */
public record WatchSettings(
        String ownNamespace,
        boolean allNamespaces,
        List<String> additionalNamespaces,
        String labelSelector,
        boolean watchSecrets) {
    public WatchSettings {
        additionalNamespaces = List.copyOf(additionalNamespaces);
    }

    /** Whether one watch sees all namespaces. */
    boolean isWholeCluster() {
        return allNamespaces && additionalNamespaces.isEmpty();
    }
}
