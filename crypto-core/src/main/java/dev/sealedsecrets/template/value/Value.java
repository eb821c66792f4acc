package dev.sealedsecrets.template.value;

/**
 * A value a template works on. Texts are byte strings ({@link dev.sealedsecrets.template.text.Utf8}).
 *
 * <p>Equality: the records among the values compare by content; lists, maps and pointers by identity, as Go's references.
 */
public sealed interface Value
        permits Nil,
                BoolValue,
                IntValue,
                FloatValue,
                ComplexValue,
                TextValue,
                ListValue,
                MapValue,
                PointerValue,
                StructValue {
    /** The Go type. */
    GoType type();

    /** The kind of the type. */
    default Kind kind() {
        return type().kind();
    }

    /** Whether {@code if} takes the value for true: not empty, not zero, not nil. */
    boolean isTrue();

    /** Whether the value is nil: no value at all, or a nil list, map or pointer. */
    default boolean isNil() {
        return false;
    }
}
