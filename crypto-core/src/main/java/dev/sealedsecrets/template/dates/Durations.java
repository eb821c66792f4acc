package dev.sealedsecrets.template.dates;

import dev.sealedsecrets.template.value.GoError;
import java.math.BigInteger;

/** Go's durations: nanoseconds in a long, and their text form such as {@code 1h2m3.5s}. */
final class Durations {
    static final long MICROSECOND = 1_000;
    static final long MILLISECOND = 1_000_000;
    static final long SECOND = 1_000_000_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;

    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(63);

    private Durations() {}

    /** The text: hours, minutes and seconds, or the largest unit below a second. */
    static String text(long duration) {
        if (duration == 0) {
            return "0s";
        }
        String sign = duration < 0 ? "-" : "";
        long u = duration < 0 ? -duration : duration;
        if (Long.compareUnsigned(u, SECOND) < 0) {
            if (u < MICROSECOND) {
                return sign + u + "ns";
            }
            return u < MILLISECOND
                    ? sign + decimal(u, MICROSECOND) + "\u00C2\u00B5s"
                    : sign + decimal(u, MILLISECOND) + "ms";
        }
        long minutes = Long.divideUnsigned(u, MINUTE);
        String seconds = decimal(Long.remainderUnsigned(u, MINUTE), SECOND) + "s";
        if (minutes == 0) {
            return sign + seconds;
        }
        String withMinutes = minutes % 60 + "m" + seconds;
        return minutes >= 60 ? sign + minutes / 60 + "h" + withMinutes : sign + withMinutes;
    }

    /** A number of units with a fraction as long as needed. */
    private static String decimal(long value, long unit) {
        String whole = Long.toString(value / unit);
        long rest = value % unit;
        if (rest == 0) {
            return whole;
        }
        String fraction = Long.toString(unit + rest).substring(1);
        int end = fraction.length();
        while (fraction.charAt(end - 1) == '0') {
            end--;
        }
        return whole + "." + fraction.substring(0, end);
    }

    /** Reads a text such as {@code -1.5h30m}. */
    static long parse(String text) {
        String s = text;
        boolean negative = s.startsWith("-");
        if (negative || s.startsWith("+")) {
            s = s.substring(1);
        }
        if (s.equals("0")) {
            return 0;
        }
        if (s.isEmpty()) {
            throw invalid(text);
        }
        BigInteger sum = BigInteger.ZERO;
        int i = 0;
        while (i < s.length()) {
            int start = i;
            i = digitsEnd(s, i);
            BigInteger whole = i > start ? bounded(s.substring(start, i), text) : BigInteger.ZERO;
            boolean any = i > start;
            String fraction = "";
            if (i < s.length() && s.charAt(i) == '.') {
                int fractionStart = i + 1;
                i = digitsEnd(s, fractionStart);
                fraction = s.substring(fractionStart, i);
                any |= !fraction.isEmpty();
            }
            if (!any) {
                throw invalid(text);
            }
            int unitStart = i;
            while (i < s.length() && s.charAt(i) != '.' && !isDigit(s.charAt(i))) {
                i++;
            }
            long unit = unit(s.substring(unitStart, i), text);
            BigInteger part = whole.multiply(BigInteger.valueOf(unit));
            sum = sum.add(part).add(BigInteger.valueOf(fraction(fraction, unit)));
            if (part.compareTo(LIMIT) > 0 || sum.compareTo(LIMIT) > 0) {
                throw invalid(text);
            }
        }
        if (negative) {
            return sum.negate().longValue();
        }
        if (sum.equals(LIMIT)) {
            throw invalid(text);
        }
        return sum.longValue();
    }

    /** The digits as a number; far too many of them are refused before they cost time. */
    private static BigInteger bounded(String digits, String text) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        if (significant.length() > 19) {
            throw invalid(text);
        }
        return new BigInteger(significant);
    }

    private static long fraction(String digits, long unit) {
        double value = 0;
        double scale = 1;
        for (int i = 0; i < Math.min(digits.length(), 18); i++) {
            value = value * 10 + (digits.charAt(i) - '0');
            scale *= 10;
        }
        return (long) (value * (unit / scale));
    }

    private static int digitsEnd(String s, int from) {
        int i = from;
        while (i < s.length() && isDigit(s.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static long unit(String unit, String text) {
        return switch (unit) {
            case "" -> throw new GoError("time: missing unit in duration " + ByteQuote.of(text));
            case "ns" -> 1;
            case "us", "\u00C2\u00B5s", "\u00CE\u00BCs" -> MICROSECOND;
            case "ms" -> MILLISECOND;
            case "s" -> SECOND;
            case "m" -> MINUTE;
            case "h" -> HOUR;
            default ->
                throw new GoError("time: unknown unit " + ByteQuote.of(unit) + " in duration " + ByteQuote.of(text));
        };
    }

    private static GoError invalid(String text) {
        return new GoError("time: invalid duration " + ByteQuote.of(text));
    }

    /** The duration to a multiple of another, half away from zero. */
    static long round(long duration, long multiple) {
        if (multiple <= 0) {
            return duration;
        }
        long rest = duration % multiple;
        if (duration < 0) {
            rest = -rest;
            if (rest + rest < multiple) {
                return duration + rest;
            }
            long down = duration - multiple + rest;
            return down < duration ? down : Long.MIN_VALUE;
        }
        if (rest + rest < multiple) {
            return duration - rest;
        }
        long up = duration + multiple - rest;
        return up > duration ? up : Long.MAX_VALUE;
    }

    /** The largest unit only: years of 365 days, months of 30, days, hours, minutes, seconds. */
    static String largestUnit(long duration) {
        long u = duration < 0 ? -duration : duration;
        long day = 24 * HOUR;
        long[] units = {365 * day, 30 * day, day, HOUR, MINUTE, SECOND};
        String[] names = {"y", "mo", "d", "h", "m", "s"};
        for (int i = 0; i < units.length; i++) {
            if (Long.compareUnsigned(u, units[i]) > 0) {
                return Long.divideUnsigned(u, units[i]) + names[i];
            }
        }
        return "0s";
    }
}
