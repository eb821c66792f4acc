package dev.sealedsecrets.crypto;

import java.util.Optional;

/**
 * How freely a sealed item may be moved: what its {@link Label} binds it to.
 *
 * <p>The scope is not stored in the item. It is bound in cryptographically, by the label: an item opens only under the
 * scope, namespace and name it was sealed for.
 */
public enum Scope {
    /** Bound to the namespace and the name of the object. The default. */
    STRICT("strict") {
        @Override
        public Label label(String namespace, String name) {
            return Label.of(namespace + "/" + name);
        }
    },
    /** Bound to the namespace; the object may be renamed. */
    NAMESPACE_WIDE("namespace-wide") {
        @Override
        public Label label(String namespace, String name) {
            return Label.of(namespace);
        }
    },
    /** Bound to nothing but the sealing key. */
    CLUSTER_WIDE("cluster-wide") {
        @Override
        public Label label(String namespace, String name) {
            return Label.of("");
        }
    };

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** The name used on the command line: {@code strict}, {@code namespace-wide} or {@code cluster-wide}. */
    public String text() {
        return text;
    }

    /** The scope with exactly this {@link #text()}; empty for any other text. */
    public static Optional<Scope> parse(String text) {
        for (Scope scope : values()) {
            if (scope.text.equals(text)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }

    /**
     * The label of an item in this scope. Both names are taken as they are, also empty ones: without a namespace a strict
     * label starts with the slash, and a namespace-wide label equals the cluster-wide one.
     */
    public abstract Label label(String namespace, String name);
}
