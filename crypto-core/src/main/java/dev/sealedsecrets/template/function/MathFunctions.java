package dev.sealedsecrets.template.function;

import static dev.sealedsecrets.template.value.GoType.ANY;
import static dev.sealedsecrets.template.value.GoType.FLOAT64;
import static dev.sealedsecrets.template.value.GoType.INT;
import static dev.sealedsecrets.template.value.GoType.STRING;

import dev.sealedsecrets.template.format.Printer;
import dev.sealedsecrets.template.text.IntegerText;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.FloatValue;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.Value;
import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** sprig's arithmetic: int64 that wraps around, floats through decimals. */
final class MathFunctions {
    private MathFunctions() {}

    static @Nullable GoFunction find(String name) {
        return switch (name) {
            case "atoi" ->
                GoFunction.of(
                        a -> IntValue.of(IntegerText.parseSigned(a.text(0), 10).value()), STRING);
            case "int" -> GoFunction.of(a -> IntValue.of(Casting.toInt64(a.get(0))), ANY);
            case "int64" -> GoFunction.of(a -> IntValue.int64(Casting.toInt64(a.get(0))), ANY);
            case "float64" -> GoFunction.of(a -> new FloatValue(Casting.toFloat64(a.get(0))), ANY);
            case "toDecimal" -> GoFunction.of(MathFunctions::fromOctal, ANY);
            case "add1" -> GoFunction.of(a -> IntValue.int64(Casting.toInt64(a.get(0)) + 1), ANY);
            case "add" -> GoFunction.variadic(a -> folded(a, 0, 0, Long::sum), ANY);
            case "sub" -> GoFunction.of(a -> folded(a, first(a), 1, (x, y) -> x - y), ANY, ANY);
            case "mul" -> GoFunction.variadic(a -> folded(a, first(a), 1, (x, y) -> x * y), ANY, ANY);
            case "div" -> GoFunction.of(a -> folded(a, first(a), 1, (x, y) -> x / checkedDivisor(y)), ANY, ANY);
            case "mod" -> GoFunction.of(a -> folded(a, first(a), 1, (x, y) -> x % checkedDivisor(y)), ANY, ANY);
            case "max", "biggest" -> GoFunction.variadic(a -> folded(a, first(a), 1, Math::max), ANY, ANY);
            case "min" -> GoFunction.variadic(a -> folded(a, first(a), 1, Math::min), ANY, ANY);
            case "maxf" -> GoFunction.variadic(a -> foldedFloats(a, GoMath::max), ANY, ANY);
            case "minf" -> GoFunction.variadic(a -> foldedFloats(a, GoMath::min), ANY, ANY);
            case "add1f" ->
                GoFunction.of(a -> DecimalMath.result(DecimalMath.of(a.get(0)).add(BigDecimal.ONE)), ANY);
            case "addf" -> GoFunction.variadic(a -> decimals(a, BigDecimal.ZERO, 0, BigDecimal::add), ANY);
            case "subf" -> fromFirst(BigDecimal::subtract);
            case "mulf" -> fromFirst(BigDecimal::multiply);
            case "divf" -> fromFirst(DecimalMath::divide);
            case "floor" -> GoFunction.of(a -> new FloatValue(Math.floor(Casting.toFloat64(a.get(0)))), ANY);
            case "ceil" -> GoFunction.of(a -> new FloatValue(Math.ceil(Casting.toFloat64(a.get(0)))), ANY);
            case "round" -> GoFunction.variadic(a -> new FloatValue(rounded(a)), ANY, INT, FLOAT64);
            case "seq" -> GoFunction.variadic(Sequences::seq, INT);
            case "until" -> GoFunction.of(Sequences::until, INT);
            case "untilStep" -> GoFunction.of(Sequences::untilStep, INT, INT, INT);
            default -> null;
        };
    }

    private static long first(Arguments a) {
        return Casting.toInt64(a.get(0));
    }

    private static Value folded(Arguments a, long start, int from, LongBinaryOperator operator) {
        long result = start;
        for (Value value : a.from(from)) {
            result = operator.applyAsLong(result, Casting.toInt64(value));
        }
        return IntValue.int64(result);
    }

    private static long checkedDivisor(long divisor) {
        if (divisor == 0) {
            throw new GoError("runtime error: integer divide by zero");
        }
        return divisor;
    }

    private static Value foldedFloats(Arguments a, DoubleBinaryOperator operator) {
        double result = Casting.toFloat64(a.get(0));
        for (Value value : a.from(1)) {
            result = operator.applyAsDouble(result, Casting.toFloat64(value));
        }
        return new FloatValue(result);
    }

    private static GoFunction fromFirst(BinaryOperator<BigDecimal> operator) {
        return GoFunction.variadic(a -> decimals(a, DecimalMath.of(a.get(0)), 1, operator), ANY, ANY);
    }

    private static Value decimals(Arguments a, BigDecimal start, int from, BinaryOperator<BigDecimal> operator) {
        BigDecimal result = start;
        for (Value value : a.from(from)) {
            a.budget().steps(1 + result.precision() / 16);
            result = operator.apply(result, DecimalMath.of(value));
        }
        return DecimalMath.result(result);
    }

    /** Reads the value's text as an octal number, in spite of the name. */
    private static Value fromOctal(Arguments a) {
        String text = Printer.print(a.budget(), a.get(0));
        return IntValue.int64(IntegerText.parseSigned(text, 8).asLong().orElse(0));
    }

    /** Rounds to places; the fraction from which on it goes up is .5 or the third argument, so negative numbers go down. */
    private static double rounded(Arguments a) {
        double roundOn = a.size() > 2 ? ((FloatValue) a.get(2)).value() : 0.5;
        double power = GoMath.powerOfTen((double) a.integer(1));
        double digits = power * Casting.toFloat64(a.get(0));
        double fraction = digits - (digits < 0 ? Math.ceil(digits) : Math.floor(digits));
        double whole = fraction >= roundOn ? Math.ceil(digits) : Math.floor(digits);
        return whole / power;
    }
}
