package dev.sealedsecrets.template.value;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A function a template can call: a Go signature, against which arguments are checked, and what it does. */
public final class GoFunction {
    /** What a function does. A failure is a {@link GoError}. */
    @FunctionalInterface
    public interface Body {
        /** The result; of the function's result type. */
        Value call(Arguments arguments);
    }

    private final List<GoType> parameters;
    private final boolean variadic;
    private final @Nullable String problem;
    private final Body body;

    private GoFunction(List<GoType> parameters, boolean variadic, @Nullable String problem, Body body) {
        this.parameters = parameters;
        this.variadic = variadic;
        this.problem = problem;
        this.body = body;
    }

    /** A function with a fixed number of parameters. */
    public static GoFunction of(Body body, GoType... parameters) {
        return new GoFunction(List.of(parameters), false, null, body);
    }

    /** A function whose last parameter takes any number of arguments of that type. */
    public static GoFunction variadic(Body body, GoType... parameters) {
        return new GoFunction(List.of(parameters), true, null, body);
    }

    /** A method with results that templates cannot take; a call with the right arguments fails with {@code problem}. */
    public static GoFunction uncallable(String problem, GoType... parameters) {
        return new GoFunction(List.of(parameters), false, problem, arguments -> {
            throw new GoError(problem);
        });
    }

    /** The types of the parameters; of a variadic one the type of each argument. */
    public List<GoType> parameters() {
        return parameters;
    }

    /** Whether the last parameter takes any number of arguments. */
    public boolean isVariadic() {
        return variadic;
    }

    /** Why a template cannot call it at all. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** The type of the argument at an index. */
    public GoType parameter(int index) {
        return parameters.get(Math.min(index, parameters.size() - 1));
    }

    /** Calls it. */
    public Value call(Arguments arguments) {
        return body.call(arguments);
    }
}
