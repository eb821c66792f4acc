package dev.sealedsecrets.template.exec;

import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.Value;

/**
 * A value as the dot or a variable holds it.
 *
 * @param isInterface whether its static type is any, as of elements of lists: error texts name that type then
 */
record Slot(Value value, boolean isInterface) {
    static final Slot ABSENT = new Slot(Nil.ABSENT, false);

    /** A value under its own type. */
    static Slot of(Value value) {
        return new Slot(value, false);
    }

    /** An element of a container. */
    static Slot element(Value container, Value element) {
        return new Slot(
                element, container.type().element().filter(GoType.ANY::equals).isPresent());
    }

    /** The type that errors name. */
    GoType staticType() {
        return isInterface ? GoType.ANY : value.type();
    }
}
