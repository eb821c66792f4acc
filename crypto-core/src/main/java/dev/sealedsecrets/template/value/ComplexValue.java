package dev.sealedsecrets.template.value;

/** A complex128. */
public record ComplexValue(double real, double imaginary) implements Value {
    @Override
    public GoType type() {
        return GoType.COMPLEX128;
    }

    @Override
    public boolean isTrue() {
        return real != 0 || imaginary != 0;
    }
}
