package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.text.FloatReader;
import dev.sealedsecrets.template.text.IntegerText;
import dev.sealedsecrets.template.value.BoolValue;
import dev.sealedsecrets.template.value.FloatValue;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;

/** sprig's conversions of anything to a number; what is none is 0. */
final class Casting {
    private Casting() {}

    /** To int64. Texts may have a base prefix, underscores, and a fraction of zeros. */
    static long toInt64(Value value) {
        if (value instanceof IntValue number) {
            return isPlainInteger(number.type()) ? number.value() : 0;
        }
        if (value instanceof FloatValue real) {
            return GoMath.toInt(real.value());
        }
        if (value instanceof TextValue text) {
            return IntegerText.parseSigned(withoutZeroFraction(text.text()), 0)
                    .asLong()
                    .orElse(0);
        }
        return value == BoolValue.TRUE ? 1 : 0;
    }

    /** To float64. */
    static double toFloat64(Value value) {
        if (value instanceof IntValue number) {
            return isPlainInteger(number.type()) ? number.toDouble() : 0;
        }
        if (value instanceof FloatValue real) {
            return real.value();
        }
        if (value instanceof TextValue text) {
            return FloatReader.parse(text.text()).orElse(0);
        }
        return value == BoolValue.TRUE ? 1 : 0;
    }

    /** Of the defined types months and weekdays count as integers, durations do not. */
    private static boolean isPlainInteger(GoType type) {
        return !type.name().equals("time.Duration");
    }

    private static String withoutZeroFraction(String s) {
        int end = s.length();
        while (end > 0 && s.charAt(end - 1) == '0') {
            end--;
        }
        boolean zeros = end < s.length();
        return zeros && end > 0 && s.charAt(end - 1) == '.' ? s.substring(0, end - 1) : s;
    }
}
