package dev.sealedsecrets.template.parse;

import dev.sealedsecrets.template.text.FloatReader;
import dev.sealedsecrets.template.text.IntegerText;
import dev.sealedsecrets.template.text.Quoting;
import dev.sealedsecrets.template.value.ComplexValue;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A number literal as every type that can hold it exactly: templates pick one by where the number stands, as Go does with its
 * untyped constants.
 *
 * @param text as written
 * @param signed the value as int64
 * @param unsigned the value as uint64, in the bits of a long
 * @param real the value as float64
 * @param complex the value as complex128, for literals with an {@code i} only
 */
public record NumberConstant(
        String text, OptionalLong signed, OptionalLong unsigned, OptionalDouble real, Optional<ComplexValue> complex) {
    private static final double TWO_TO_63 = 0x1p63;
    private static final double TWO_TO_64 = 0x1p64;

    /** Reads a character literal with its quotes. */
    static NumberConstant character(String text) {
        Quoting.Char c = Quoting.unquoteChar(text, 1, '\'').orElseThrow(() -> new ParseFailure("invalid syntax"));
        if (c.end() != text.length() - 1) {
            throw new ParseFailure("malformed character constant: " + text);
        }
        OptionalLong value = OptionalLong.of(c.value());
        return new NumberConstant(text, value, value, OptionalDouble.of(c.value()), Optional.empty());
    }

    /** Reads the sum of a real and an imaginary number. */
    static NumberConstant sum(String text) {
        int split = text.length() - 1;
        while (split > 0 && !isSignOfSecondPart(text, split)) {
            split--;
        }
        double real = floatOrFail(text.substring(0, split));
        double imaginary = floatOrFail(text.substring(split, text.length() - 1));
        return complex(text, real, imaginary);
    }

    private static boolean isSignOfSecondPart(String text, int at) {
        char c = text.charAt(at);
        return (c == '+' || c == '-') && "eEpP".indexOf(text.charAt(at - 1)) < 0;
    }

    private static double floatOrFail(String text) {
        return FloatReader.parse(text)
                .orElseThrow(() ->
                        new ParseFailure("strconv.ParseFloat: parsing " + Quoting.quote(text) + ": invalid syntax"));
    }

    /** Reads any other number. */
    static NumberConstant number(String text) {
        if (text.endsWith("i")) {
            OptionalDouble imaginary = FloatReader.parse(text.substring(0, text.length() - 1));
            if (imaginary.isPresent()) {
                return complex(text, 0, imaginary.getAsDouble());
            }
        }
        OptionalLong unsigned = IntegerText.parseUnsigned(text, 0).asLong();
        OptionalLong signed = IntegerText.parseSigned(text, 0).asLong();
        if (signed.isPresent() && signed.getAsLong() == 0) {
            unsigned = OptionalLong.of(0);
        }
        if (signed.isPresent()) {
            return new NumberConstant(
                    text, signed, unsigned, OptionalDouble.of((double) signed.getAsLong()), Optional.empty());
        }
        if (unsigned.isPresent()) {
            double real = Double.parseDouble(Long.toUnsignedString(unsigned.getAsLong()));
            return new NumberConstant(text, signed, unsigned, OptionalDouble.of(real), Optional.empty());
        }
        OptionalDouble real = FloatReader.parse(text);
        if (real.isEmpty()) {
            throw new ParseFailure("illegal number syntax: " + Quoting.quote(text));
        }
        if (text.chars().noneMatch(c -> ".eEpP".indexOf(c) >= 0)) {
            throw new ParseFailure("integer overflow: " + Quoting.quote(text));
        }
        double value = real.getAsDouble();
        return new NumberConstant(text, exactSigned(value), exactUnsigned(value), real, Optional.empty());
    }

    private static NumberConstant complex(String text, double real, double imaginary) {
        boolean isReal = imaginary == 0;
        return new NumberConstant(
                text,
                isReal ? exactSigned(real) : OptionalLong.empty(),
                isReal ? exactUnsigned(real) : OptionalLong.empty(),
                isReal ? OptionalDouble.of(real) : OptionalDouble.empty(),
                Optional.of(new ComplexValue(real, imaginary)));
    }

    private static OptionalLong exactSigned(double value) {
        boolean fits = value >= -TWO_TO_63 && value < TWO_TO_63 && (double) (long) value == value;
        return fits ? OptionalLong.of((long) value) : OptionalLong.empty();
    }

    private static OptionalLong exactUnsigned(double value) {
        if (!(value >= 0 && value < TWO_TO_64) || value != Math.rint(value)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(value < TWO_TO_63 ? (long) value : (long) (value - TWO_TO_63) + Long.MIN_VALUE);
    }
}
