package dev.sealedsecrets.template.value;

/**
 * An integer of any of Go's integer types, defined ones such as {@code time.Duration} included.
 *
 * @param value the number; for uint64 its bits
 */
public record IntValue(GoType type, long value) implements Value {
    /** An {@code int}. */
    public static IntValue of(long value) {
        return new IntValue(GoType.INT, value);
    }

    /** An {@code int64}. */
    public static IntValue int64(long value) {
        return new IntValue(GoType.INT64, value);
    }

    @Override
    public boolean isTrue() {
        return value != 0;
    }

    /** The number as a double, unsigned types read as such. */
    public double toDouble() {
        if (kind() != Kind.UINT64 || value >= 0) {
            return value;
        }
        return Double.parseDouble(Long.toUnsignedString(value));
    }
}
