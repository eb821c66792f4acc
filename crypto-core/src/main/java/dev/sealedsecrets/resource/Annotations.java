package dev.sealedsecrets.resource;

/** Names of the annotations that mean something here. Interfaces: they are shared with existing clusters and manifests. */
public final class Annotations {
    /** On a Secret or SealedSecret, {@code "true"}: sealed for a namespace, under any name. */
    public static final String NAMESPACE_WIDE = "sealedsecrets.bitnami.com/namespace-wide";

    /** On a Secret or SealedSecret, {@code "true"}: sealed for any namespace and name; wins over the other. */
    public static final String CLUSTER_WIDE = "sealedsecrets.bitnami.com/cluster-wide";

    /** On an existing Secret, {@code "true"}: a SealedSecret of the same name may take it over. */
    public static final String MANAGED = "sealedsecrets.bitnami.com/managed";

    /** On an existing Secret, {@code "true"}: a SealedSecret of the same name may add to it. */
    public static final String PATCH = "sealedsecrets.bitnami.com/patch";

    /** In the template, {@code "true"}: the Secret gets no owner reference and outlives its SealedSecret. */
    public static final String SKIP_SET_OWNER_REFERENCES = "sealedsecrets.bitnami.com/skip-set-owner-references";

    /**
     * On a Deployment, StatefulSet or DaemonSet: restart it when values of Secrets change that it uses ({@code "true"}) or that are
     * named here, separated by commas. Own.
     */
    public static final String RESTART_ON_CHANGE = "sealedsecrets.bitnami.com/restart-on-change";

    /** Where kubectl keeps the last applied manifest, which holds the plain values; never sealed in. */
    static final String KUBECTL_LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    /** The same of kubecfg. */
    static final String KUBECFG_LAST_APPLIED = "kubecfg.ksonnet.io/last-applied-configuration";

    private Annotations() {}
}
