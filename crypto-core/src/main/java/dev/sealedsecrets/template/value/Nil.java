package dev.sealedsecrets.template.value;

/** The absence of a value, which Go templates know in two forms. */
public enum Nil implements Value {
    /** No value at all: a missing key, the result of a pipeline that gave nil. Prints as {@code <no value>}. */
    ABSENT(GoType.named("<nil>", Kind.INVALID, MethodSet.NONE)),
    /** An element or result of type any that holds nil. Prints as {@code <nil>}. */
    INTERFACE(GoType.ANY);

    // Enum constants are never collected or copied, and the type is immutable.
    @SuppressWarnings("ImmutableEnumChecker")
    private final GoType type;

    Nil(GoType type) {
        this.type = type;
    }

    @Override
    public GoType type() {
        return type;
    }

    @Override
    public boolean isTrue() {
        return false;
    }

    @Override
    public boolean isNil() {
        return true;
    }
}
