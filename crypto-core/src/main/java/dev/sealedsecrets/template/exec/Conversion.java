package dev.sealedsecrets.template.exec;

import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.MapValue;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.PointerValue;
import dev.sealedsecrets.template.value.Value;

/** Whether and as what a value goes into a parameter: types never convert, but nil and pointers have rules of their own. */
final class Conversion {
    private Conversion() {}

    static boolean canBeNil(GoType type) {
        return type == GoType.VALUE || type.kind().isNillable();
    }

    /** The nil of a type. */
    static Value nil(GoType type) {
        return switch (type.kind()) {
            case MAP -> MapValue.nil(type);
            case SLICE -> ListValue.nil(type);
            case POINTER -> PointerValue.nil(type);
            case INTERFACE -> Nil.INTERFACE;
            default -> Nil.ABSENT;
        };
    }

    /** The value as the parameter gets it. */
    static Value check(Position position, Value value, GoType type) {
        if (type == GoType.VALUE || value.type() == type) {
            return value;
        }
        if (value == Nil.ABSENT) {
            if (canBeNil(type)) {
                return nil(type);
            }
            throw position.fail("invalid value; expected " + type);
        }
        if (type == GoType.ANY) {
            return value;
        }
        if (value instanceof PointerValue pointer && pointer.type().element().orElseThrow() == type) {
            return pointer.target().orElseThrow(() -> position.fail("dereference of nil pointer of type " + type));
        }
        throw position.fail("wrong type for value; expected " + type + "; got " + value.type());
    }
}
