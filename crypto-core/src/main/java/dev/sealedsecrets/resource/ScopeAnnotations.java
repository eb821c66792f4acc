package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.Scope;
import java.util.LinkedHashMap;
import java.util.Map;

/** The two annotations that say how an object is sealed (compatibility contract, scope and label). */
final class ScopeAnnotations {
    private static final String TRUE = "true";

    private ScopeAnnotations() {}

    /** Only the exact text {@code true} counts, and cluster-wide is looked at first. */
    static Scope read(Map<String, String> annotations) {
        if (isTrue(annotations, Annotations.CLUSTER_WIDE)) {
            return Scope.CLUSTER_WIDE;
        }
        return isTrue(annotations, Annotations.NAMESPACE_WIDE) ? Scope.NAMESPACE_WIDE : Scope.STRICT;
    }

    static boolean isTrue(Map<String, String> annotations, String name) {
        return TRUE.equals(annotations.get(name));
    }

    /** The annotations with the one that stands for the scope, and without the other. */
    static Map<String, String> replace(Map<String, String> annotations, Scope scope) {
        Map<String, String> replaced = new LinkedHashMap<>(annotations);
        replaced.remove(Annotations.CLUSTER_WIDE);
        replaced.remove(Annotations.NAMESPACE_WIDE);
        switch (scope) {
            case CLUSTER_WIDE -> replaced.put(Annotations.CLUSTER_WIDE, TRUE);
            case NAMESPACE_WIDE -> replaced.put(Annotations.NAMESPACE_WIDE, TRUE);
            case STRICT -> {}
        }
        return replaced;
    }
}
