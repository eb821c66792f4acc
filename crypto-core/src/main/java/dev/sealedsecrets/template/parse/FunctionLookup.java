package dev.sealedsecrets.template.parse;

import dev.sealedsecrets.template.value.GoFunction;
import org.jspecify.annotations.Nullable;

/** The functions a template may call. */
@FunctionalInterface
public interface FunctionLookup {
    /** The function of a name, or null if there is none. */
    @Nullable
    GoFunction find(String name);
}
