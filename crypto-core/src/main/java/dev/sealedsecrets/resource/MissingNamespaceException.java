package dev.sealedsecrets.resource;

/** A Secret without namespace that is bound to one by its scope. */
public final class MissingNamespaceException extends Exception {
    private static final long serialVersionUID = 1L;

    MissingNamespaceException() {
        super("secret must declare a namespace");
    }
}
