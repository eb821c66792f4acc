package dev.sealedsecrets.template.value;

/** A float64. */
public record FloatValue(double value) implements Value {
    @Override
    public GoType type() {
        return GoType.FLOAT64;
    }

    @Override
    public boolean isTrue() {
        return value != 0;
    }
}
