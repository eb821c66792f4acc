package dev.sealedsecrets.template.value;

import java.util.List;

/** A Go struct: a value with named fields. Implementations are immutable and compare by content. */
public non-sealed interface StructValue extends Value {
    /**
     * A field.
     *
     * @param isExported whether templates may read it; others only print
     */
    record Field(String name, boolean isExported, Value value) {}

    /** The fields in Go's order. */
    List<Field> fields();

    /** The struct as sprig's deepCopy leaves it; fields that are not exported may come out as zero. */
    default StructValue deepCopy() {
        return this;
    }

    @Override
    default boolean isTrue() {
        return true;
    }
}
