package dev.sealedsecrets.template.text;

import java.util.Locale;

/** The hexadecimal form of a float, {@code 0x1.8p+01}: one digit before the point, at least two exponent digits. */
final class HexFloat {
    private static final int MANTISSA_BITS = 52;
    private static final int MANTISSA_DIGITS = MANTISSA_BITS / 4;
    private static final long LEADING = 1L << MANTISSA_BITS;

    private HexFloat() {}

    /** The text of a number that is not negative; a negative precision asks for as many digits as it has. */
    static String format(double value, char format, int precision) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> MANTISSA_BITS) - 1023;
        long mantissa = bits & (LEADING - 1);
        if (value == 0) {
            exponent = 0;
        } else if (exponent == -1023) {
            int shift = Long.numberOfLeadingZeros(mantissa) - (63 - MANTISSA_BITS);
            mantissa <<= shift;
            exponent = -1022 - shift;
        } else {
            mantissa |= LEADING;
        }
        if (precision >= 0 && precision < MANTISSA_DIGITS) {
            mantissa = roundHalfEven(mantissa, 1L << (MANTISSA_BITS - 4 * precision));
            if (mantissa >= 2 * LEADING) {
                mantissa >>>= 1;
                exponent++;
            }
        }
        String text = "0x" + (mantissa >>> MANTISSA_BITS) + fraction(mantissa & (LEADING - 1), precision)
                + String.format(Locale.ROOT, "p%c%02d", exponent < 0 ? '-' : '+', Math.abs(exponent));
        return format == 'X' ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static long roundHalfEven(long mantissa, long unit) {
        long rest = mantissa & (unit - 1);
        long down = mantissa - rest;
        boolean up = rest > unit / 2 || (rest == unit / 2 && rest != 0 && (down & unit) != 0);
        return up ? down + unit : down;
    }

    private static String fraction(long mantissa, int precision) {
        String digits = String.format(Locale.ROOT, "%013x", mantissa);
        if (precision < 0) {
            int end = digits.length();
            while (end > 0 && digits.charAt(end - 1) == '0') {
                end--;
            }
            return end == 0 ? "" : "." + digits.substring(0, end);
        }
        if (precision == 0) {
            return "";
        }
        return "."
                + (precision <= MANTISSA_DIGITS
                        ? digits.substring(0, precision)
                        : digits + "0".repeat(precision - MANTISSA_DIGITS));
    }
}
