package dev.sealedsecrets.template.value;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The methods that templates may call on values of a type. */
public interface MethodSet {
    /** No methods. */
    MethodSet NONE = new MethodSet() {
        @Override
        public @Nullable GoFunction find(Value receiver, String name) {
            return null;
        }
    };

    /** The method bound to its receiver, or null if the type has none of that name. */
    @Nullable
    GoFunction find(Value receiver, String name);

    /** What the type's String method gives; empty for types without one. */
    default Optional<String> string(Value receiver) {
        return Optional.empty();
    }

    /** What the type's GoString method gives, for {@code %#v}; empty for types without one. */
    default Optional<String> goSyntax(Value receiver) {
        return Optional.empty();
    }
}
