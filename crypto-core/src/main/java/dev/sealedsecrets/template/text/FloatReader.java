package dev.sealedsecrets.template.text;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reading floating-point numbers as Go's strconv.ParseFloat does. */
public final class FloatReader {
    // Neither pattern can backtrack into more than one reading: the parts begin with different characters.
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");
    private static final Pattern HEX =
            Pattern.compile("[+-]?0[xX](?:[0-9a-fA-F]++\\.?+[0-9a-fA-F]*+|\\.[0-9a-fA-F]++)[pP][+-]?[0-9]++");

    private FloatReader() {}

    /** The number; empty if the text is none, or none that fits into a double. */
    public static OptionalDouble parse(String s) {
        switch (s.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> {
                return OptionalDouble.of(Double.POSITIVE_INFINITY);
            }
            case "-inf", "-infinity" -> {
                return OptionalDouble.of(Double.NEGATIVE_INFINITY);
            }
            case "nan" -> {
                return OptionalDouble.of(Double.NaN);
            }
            default -> {
                return finite(s);
            }
        }
    }

    private static OptionalDouble finite(String s) {
        String digits = s;
        if (s.indexOf('_') >= 0) {
            if (!IntegerText.underscoresAllowed(s)) {
                return OptionalDouble.empty();
            }
            digits = s.replace("_", "");
        }
        if (!DECIMAL.matcher(digits).matches() && !HEX.matcher(digits).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(digits);
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
