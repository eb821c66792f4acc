package dev.sealedsecrets.template.value;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pointer to a struct, or nil. Two pointers are equal only if they are the same. */
public final class PointerValue implements Value {
    private final GoType type;
    private final @Nullable StructValue target;

    private PointerValue(GoType type, @Nullable StructValue target) {
        this.type = type;
        this.target = target;
    }

    /** A new pointer of the given pointer type. */
    public static PointerValue to(GoType type, StructValue target) {
        return new PointerValue(type, target);
    }

    /** The nil pointer of a type. */
    public static PointerValue nil(GoType type) {
        return new PointerValue(type, null);
    }

    /** What it points to; empty for nil. */
    public Optional<StructValue> target() {
        return Optional.ofNullable(target);
    }

    @Override
    public GoType type() {
        return type;
    }

    @Override
    public boolean isTrue() {
        return target != null;
    }

    @Override
    public boolean isNil() {
        return target == null;
    }

    @Override
    public String toString() {
        return type + (target == null ? " nil" : "");
    }
}
