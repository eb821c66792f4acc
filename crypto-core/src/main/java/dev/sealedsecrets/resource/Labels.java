package dev.sealedsecrets.resource;

/** Names and values of the labels that mean something here. Interfaces, as {@link Annotations}. */
public final class Labels {
    /** On a Secret of the controller's namespace: it holds a sealing key. The value says whether the key is in use. */
    public static final String SEALING_KEY = "sealedsecrets.bitnami.com/sealed-secrets-key";

    /** The value of {@link #SEALING_KEY} that puts a key in use; any other value retires it. */
    public static final String SEALING_KEY_ACTIVE = "active";

    private Labels() {}
}
