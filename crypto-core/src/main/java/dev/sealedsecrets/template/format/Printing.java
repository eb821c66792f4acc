package dev.sealedsecrets.template.format;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.PointerValue;
import dev.sealedsecrets.template.value.Value;

/** How the value of an action is written, which differs from {@code %v} for absent values and pointers. */
public final class Printing {
    private Printing() {}

    /** The byte string an action writes for a value. */
    public static String text(Budget budget, Value value) {
        return value == Nil.ABSENT ? "<no value>" : Printer.print(budget, printable(value));
    }

    /** What is printed in place of a pointer: its target, unless pointers have a text form of their own. */
    public static Value printable(Value value) {
        boolean hasText = value.type().methods().string(value).isPresent();
        return hasText ? value : target(value);
    }

    /** What a pointer points to; other values are themselves. */
    public static Value target(Value value) {
        return value instanceof PointerValue pointer && pointer.target().isPresent()
                ? pointer.target().get()
                : value;
    }
}
