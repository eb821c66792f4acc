package dev.sealedsecrets.controller.cluster;

/** Where a namespaced object lives. A SealedSecret and its Secret have the same one. */
public record ObjectKey(String namespace, String name) {
    /** {@code NAMESPACE/NAME}, as log lines have it. */
    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
