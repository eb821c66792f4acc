package dev.sealedsecrets.template.function;

/** Arithmetic where Go differs from Java in the last bit or at the edges. */
final class GoMath {
    private static final double TWO_TO_63 = 0x1p63;

    private GoMath() {}

    /** A float as an integer: what does not fit, and NaN, is the smallest integer. */
    static long toInt(double d) {
        return d >= -TWO_TO_63 && d < TWO_TO_63 ? (long) d : Long.MIN_VALUE;
    }

    /** Ten to a whole power, by squaring the mantissa of ten, whose roundings Go's results show. */
    static double powerOfTen(double exponent) {
        double magnitude = Math.abs(exponent);
        if (magnitude >= TWO_TO_63) {
            return exponent < 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        double result = 1;
        long resultExponent = 0;
        double square = 10.0 / 16;
        long squareExponent = 4;
        for (long i = (long) magnitude; i != 0; i >>= 1) {
            if (squareExponent > 1 << 12) {
                return exponent < 0 ? 0 : Double.POSITIVE_INFINITY;
            }
            if ((i & 1) == 1) {
                result *= square;
                resultExponent += squareExponent;
            }
            square *= square;
            squareExponent <<= 1;
            if (square < 0.5) {
                square += square;
                squareExponent--;
            }
        }
        if (exponent < 0) {
            return Math.scalb(1 / result, (int) -resultExponent);
        }
        return Math.scalb(result, (int) resultExponent);
    }

    /** The larger one; positive infinity wins over NaN. */
    static double max(double a, double b) {
        boolean infinite = a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY;
        return infinite ? Double.POSITIVE_INFINITY : Math.max(a, b);
    }

    /** The smaller one; negative infinity wins over NaN. */
    static double min(double a, double b) {
        boolean infinite = a == Double.NEGATIVE_INFINITY || b == Double.NEGATIVE_INFINITY;
        return infinite ? Double.NEGATIVE_INFINITY : Math.min(a, b);
    }
}
