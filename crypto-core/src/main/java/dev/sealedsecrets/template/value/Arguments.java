package dev.sealedsecrets.template.value;

import dev.sealedsecrets.template.limit.Budget;
import java.util.List;

/**
 * The arguments of one call, already checked against the signature; the typed accessors hold only for parameters of that
 * type.
 */
public final class Arguments {
    private final Rendering rendering;
    private final List<Value> values;

    /** The arguments of a call in a rendering. */
    public Arguments(Rendering rendering, List<Value> values) {
        this.rendering = rendering;
        this.values = values;
    }

    /** The rendering the call is part of. */
    public Rendering rendering() {
        return rendering;
    }

    /** The budget of the rendering. */
    public Budget budget() {
        return rendering.budget();
    }

    /** The number of arguments given. */
    public int size() {
        return values.size();
    }

    /** An argument. */
    public Value get(int index) {
        return values.get(index);
    }

    /** An argument of a {@code string} parameter. */
    public String text(int index) {
        return ((TextValue) values.get(index)).text();
    }

    /** An argument of an integer parameter. */
    public long integer(int index) {
        return ((IntValue) values.get(index)).value();
    }

    /** An argument of a {@code bool} parameter. */
    public boolean bool(int index) {
        return values.get(index) == BoolValue.TRUE;
    }

    /** An argument of a map parameter. */
    public MapValue map(int index) {
        return (MapValue) values.get(index);
    }

    /** The arguments from an index on: those of a variadic parameter. */
    public List<Value> from(int index) {
        return values.subList(Math.min(index, values.size()), values.size());
    }
}
