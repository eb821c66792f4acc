package dev.sealedsecrets.client.cluster;

/** A context of a kubeconfig: names of a cluster and a user, and a namespace; the empty text where one is not set. */
record ContextEntry(String cluster, String user, String namespace) {}
