package dev.sealedsecrets.controller;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as Go reads and writes them: {@code 720h0m0s}, {@code 1.5h}, {@code -90s}, {@code 0}; units ns, us, ms, s, m, h.
 * A bare number other than 0 is none. At most 2^63-1 nanoseconds, about 292 years; parts of a nanosecond are dropped.
 *
 * <p>Source: Go's {@code time.ParseDuration}, its errors included, and {@code Duration.String}.
 */
final class GoDuration {
    private static final Pattern PART = Pattern.compile("(?<number>[0-9]*(?:\\.[0-9]*)?)(?<unit>[^0-9.]*)");
    private static final int DIGITS = 40;
    private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final long SECONDS_PER_MINUTE = 60;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "\u00b5s", 1_000L,
            "\u03bcs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private GoDuration() {}

    static Duration parse(String text) throws FlagValueException {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String unsigned = signed ? text.substring(1) : text;
        if (unsigned.equals("0")) {
            return Duration.ZERO;
        }
        BigInteger nanos = nanos(unsigned, text);
        if (nanos.compareTo(GREATEST) > 0) {
            throw invalid(text);
        }
        Duration duration = Duration.ofNanos(nanos.longValueExact());
        return text.startsWith("-") ? duration.negated() : duration;
    }

    private static BigInteger nanos(String unsigned, String text) throws FlagValueException {
        if (unsigned.isEmpty()) {
            throw invalid(text);
        }
        BigInteger sum = BigInteger.ZERO;
        Matcher part = PART.matcher(unsigned);
        for (int position = 0; position < unsigned.length(); position = part.end()) {
            part.region(position, unsigned.length());
            if (!part.lookingAt() || part.end() == position) {
                throw invalid(text);
            }
            sum = sum.add(nanos(part.group("number"), part.group("unit"), text));
        }
        return sum;
    }

    private static BigInteger nanos(String number, String unit, String text) throws FlagValueException {
        if (number.isEmpty() || number.equals(".") || number.length() > DIGITS) {
            throw invalid(text);
        }
        if (unit.isEmpty()) {
            throw new FlagValueException("time: missing unit in duration " + quote(text));
        }
        Long factor = NANOS.get(unit);
        if (factor == null) {
            throw new FlagValueException("time: unknown unit " + quote(unit) + " in duration " + quote(text));
        }
        return new BigDecimal(number.startsWith(".") ? "0" + number : number)
                .multiply(BigDecimal.valueOf(factor))
                .setScale(0, RoundingMode.DOWN)
                .toBigIntegerExact();
    }

    /** The text that Go prints: {@code 2m0s}, {@code 1.5ms}, {@code 0s}. */
    static String format(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        if (duration.isNegative()) {
            return "-" + format(duration.negated());
        }
        if (duration.toSeconds() == 0) {
            int nanos = duration.toNanosPart();
            if (nanos < NANOS_PER_MICRO) {
                return nanos + "ns";
            }
            return nanos < NANOS_PER_MILLI
                    ? decimal(BigDecimal.valueOf(nanos, 3)) + "\u00b5s"
                    : decimal(BigDecimal.valueOf(nanos, 6)) + "ms";
        }
        BigDecimal seconds = BigDecimal.valueOf(duration.toSeconds() % SECONDS_PER_MINUTE)
                .add(BigDecimal.valueOf(duration.toNanosPart(), 9));
        String text = decimal(seconds) + "s";
        if (duration.toMinutes() > 0) {
            text = duration.toMinutesPart() + "m" + text;
        }
        return duration.toHours() > 0 ? duration.toHours() + "h" + text : text;
    }

    private static String decimal(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static FlagValueException invalid(String text) {
        return new FlagValueException("time: invalid duration " + quote(text));
    }

    private static String quote(String text) {
        return '"' + text + '"';
    }
}
