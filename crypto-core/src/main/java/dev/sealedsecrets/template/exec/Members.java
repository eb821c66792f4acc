package dev.sealedsecrets.template.exec;

import dev.sealedsecrets.template.value.MapValue;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.PointerValue;
import dev.sealedsecrets.template.value.StructValue;
import dev.sealedsecrets.template.value.Value;

/** Entries of maps and fields of structs by name. */
final class Members {
    private Members() {}

    static Value get(Position position, Slot slot, String name, boolean hasArguments) {
        Value receiver = slot.value();
        if (receiver instanceof MapValue map) {
            if (hasArguments) {
                throw position.fail(name + " is not a method but has arguments");
            }
            Value value = map.get(name);
            return value == null ? Nil.ABSENT : value;
        }
        Value target =
                receiver instanceof PointerValue pointer && pointer.target().isPresent()
                        ? pointer.target().get()
                        : receiver;
        if (target instanceof StructValue struct) {
            for (StructValue.Field field : struct.fields()) {
                if (field.name().equals(name)) {
                    return field(position, slot, field, hasArguments);
                }
            }
        }
        throw position.fail("can't evaluate field " + name + " in type " + slot.staticType());
    }

    private static Value field(Position position, Slot slot, StructValue.Field field, boolean hasArguments) {
        if (!field.isExported()) {
            throw position.fail(field.name() + " is an unexported field of struct type " + slot.staticType());
        }
        if (hasArguments) {
            throw position.fail(field.name() + " has arguments but cannot be invoked as function");
        }
        return field.value();
    }
}
