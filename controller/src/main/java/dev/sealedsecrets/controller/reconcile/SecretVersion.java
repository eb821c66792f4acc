package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.resource.ObjectMeta;

/** One state of one Secret. Both are opaque texts of the API server. */
record SecretVersion(String uid, String resourceVersion) {
    /** No Secret. */
    static final SecretVersion NONE = new SecretVersion("", "");

    static SecretVersion of(ObjectMeta metadata) {
        return new SecretVersion(metadata.uid(), metadata.resourceVersion());
    }
}
