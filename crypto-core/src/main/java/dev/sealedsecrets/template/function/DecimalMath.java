package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.text.FloatText;
import dev.sealedsecrets.template.value.FloatValue;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal arithmetic of sprig's float functions: exact but for division, which keeps 16 decimal places. */
final class DecimalMath {
    private static final int DIVISION_PLACES = 16;

    private DecimalMath() {}

    /** The shortest decimal that stands for the value as a float. */
    static BigDecimal of(Value value) {
        double d = Casting.toFloat64(value);
        String text = FloatText.format(d, 'e', FloatText.SHORTEST);
        if (Double.isNaN(d) || Double.isInfinite(d)) {
            throw new GoError("Cannot create a Decimal from " + text);
        }
        return new BigDecimal(text);
    }

    /** The quotient, half away from zero. */
    static BigDecimal divide(BigDecimal a, BigDecimal b) {
        if (b.signum() == 0) {
            throw new GoError("decimal division by 0");
        }
        return a.divide(b, DIVISION_PLACES, RoundingMode.HALF_UP);
    }

    /** The nearest float. */
    static Value result(BigDecimal decimal) {
        return new FloatValue(decimal.doubleValue());
    }
}
