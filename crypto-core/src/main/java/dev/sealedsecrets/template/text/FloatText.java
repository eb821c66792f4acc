package dev.sealedsecrets.template.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Writing floating-point numbers as Go's strconv.FormatFloat does: the formats {@code e E f F g G x X b} with a number of
 * digits, or with the shortest digits that read back as the same number (precision {@link #SHORTEST}).
 */
public final class FloatText {
    /** Precision that asks for the shortest digits. */
    public static final int SHORTEST = -1;

    /** Significant digits that always identify a double. */
    private static final int MAX_DIGITS = 17;

    /** From this exponent on %g in its shortest form is written as %e. */
    private static final int SHORTEST_G_LIMIT = 6;

    private FloatText() {}

    /** Decimal digits d1d2d3... and the exponent of the value 0.d1d2d3... x 10^point. */
    private record Decimal(String digits, int point) {}

    /** The text of a number; {@code format} is one of Go's letters. */
    public static String format(double value, char format, int precision) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        boolean negative = Double.doubleToRawLongBits(value) < 0;
        double magnitude = Math.abs(value);
        String body = switch (format) {
            case 'b' -> binary(magnitude);
            case 'x', 'X' -> HexFloat.format(magnitude, format, precision);
            case 'e', 'E' -> exponentForm(magnitude, format, precision);
            case 'f', 'F' -> plainForm(magnitude, precision);
            default -> generalForm(magnitude, format, precision);
        };
        return negative ? "-" + body : body;
    }

    private static String exponentForm(double value, char format, int precision) {
        boolean shortest = precision < 0;
        Decimal d = shortest ? shortest(value) : rounded(value, precision + 1);
        return exponentForm(d, shortest ? d.digits().length() - 1 : precision, format);
    }

    private static String plainForm(double value, int precision) {
        if (precision < 0) {
            Decimal d = shortest(value);
            return plainForm(d, Math.max(d.digits().length() - d.point(), 0));
        }
        return new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String generalForm(double value, char format, int precision) {
        boolean shortest = precision < 0;
        Decimal d = shortest ? shortest(value) : rounded(value, Math.max(precision, 1));
        int exponentLimit = precision;
        if (shortest) {
            exponentLimit = SHORTEST_G_LIMIT;
        } else {
            if (precision == 0) {
                exponentLimit = 1;
            }
            d = withoutTrailingZeros(d);
            if (exponentLimit > d.digits().length() && d.digits().length() >= d.point()) {
                exponentLimit = d.digits().length();
            }
        }
        int exponent = d.point() - 1;
        if (exponent < -4 || exponent >= exponentLimit) {
            return exponentForm(d, d.digits().length() - 1, format == 'g' ? 'e' : 'E');
        }
        return plainForm(d, Math.max(d.digits().length() - d.point(), 0));
    }

    private static String exponentForm(Decimal d, int fraction, char format) {
        StringBuilder out = new StringBuilder(fraction + 8);
        out.append(d.digits().charAt(0));
        if (fraction > 0) {
            out.append('.');
            int have = Math.min(d.digits().length(), fraction + 1);
            out.append(d.digits(), 1, have);
            out.append("0".repeat(fraction + 1 - have));
        }
        int exponent = isZero(d) ? 0 : d.point() - 1;
        out.append(format).append(exponent < 0 ? '-' : '+');
        int e = Math.abs(exponent);
        if (e < 10) {
            out.append('0');
        }
        return out.append(e).toString();
    }

    private static boolean isZero(Decimal d) {
        return d.digits().equals("0");
    }

    private static String plainForm(Decimal d, int fraction) {
        StringBuilder out = new StringBuilder();
        String digits = d.digits();
        if (d.point() > 0) {
            int whole = Math.min(digits.length(), d.point());
            out.append(digits, 0, whole).append("0".repeat(d.point() - whole));
        } else {
            out.append('0');
        }
        if (fraction > 0) {
            out.append('.');
            for (int i = 0; i < fraction; i++) {
                int at = d.point() + i;
                out.append(at >= 0 && at < digits.length() ? digits.charAt(at) : '0');
            }
        }
        return out.toString();
    }

    private static Decimal withoutTrailingZeros(Decimal d) {
        int end = d.digits().length();
        while (end > 1 && d.digits().charAt(end - 1) == '0') {
            end--;
        }
        return new Decimal(d.digits().substring(0, end), d.point());
    }

    /** The value to {@code digits} significant digits, half to even on the exact binary value. */
    private static Decimal rounded(double value, int digits) {
        if (value == 0) {
            return new Decimal("0", 1);
        }
        return decimal(new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)));
    }

    private static Decimal decimal(BigDecimal b) {
        String digits = b.unscaledValue().toString();
        return new Decimal(digits, digits.length() - b.scale());
    }

    /** The fewest digits that read back as the value, and of those the closest to it. */
    private static Decimal shortest(double value) {
        if (value == 0) {
            return new Decimal("0", 1);
        }
        if (value < 1e15 && value == Math.rint(value)) {
            String digits = Long.toString((long) value);
            return withoutTrailingZeros(new Decimal(digits, digits.length()));
        }
        BigDecimal exact = new BigDecimal(value);
        int low = 1;
        int high = MAX_DIGITS;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (candidate(exact, value, middle) != null) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        BigDecimal best = candidate(exact, value, low);
        return withoutTrailingZeros(decimal(best == null ? exact : best));
    }

    /** The decimal with that many digits that reads back as the value, closest first; null if there is none. */
    private static @Nullable BigDecimal candidate(BigDecimal exact, double value, int digits) {
        BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        if (nearest.doubleValue() == value) {
            return nearest;
        }
        // At powers of two the gap below is half the gap above: a number further away can still be inside.
        BigDecimal above = exact.round(new MathContext(digits, RoundingMode.CEILING));
        return above.doubleValue() == value ? above : null;
    }

    private static String binary(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) ((bits >> 52) & 0x7FF);
        long mantissa = bits & ((1L << 52) - 1);
        if (exponent == 0) {
            exponent = 1;
        } else {
            mantissa |= 1L << 52;
        }
        int e = exponent - 1023 - 52;
        return mantissa + "p" + (e >= 0 ? "+" : "") + e;
    }
}
