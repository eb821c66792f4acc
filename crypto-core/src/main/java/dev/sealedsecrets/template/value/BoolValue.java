package dev.sealedsecrets.template.value;

/** A Go bool. */
public enum BoolValue implements Value {
    FALSE,
    TRUE;

    /** The value of a condition. */
    public static BoolValue of(boolean condition) {
        return condition ? TRUE : FALSE;
    }

    @Override
    public GoType type() {
        return GoType.BOOL;
    }

    @Override
    public boolean isTrue() {
        return this == TRUE;
    }
}
