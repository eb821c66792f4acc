package dev.sealedsecrets.client.cluster;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;

/**
 * Time limits in the notation of {@code --request-timeout}: whole seconds such as {@code 90}, or numbers with the units
 * {@code ns us ms s m h} such as {@code 1m30s}. Zero and the empty text mean no limit.
 */
public final class RequestTimeout {

    private static final String INVALID =
            "Invalid timeout value. Timeout must be a single integer in seconds, or an integer "
                    + "followed by a corresponding time unit (e.g. 1s | 2m | 3h)";
    private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000L);
    private static final Map<String, BigInteger> NANOSECONDS = Map.of(
            "ns", BigInteger.ONE,
            "us", BigInteger.valueOf(1_000),
            "µs", BigInteger.valueOf(1_000),
            "ms", BigInteger.valueOf(1_000_000),
            "s", SECOND,
            "m", SECOND.multiply(BigInteger.valueOf(60)),
            "h", SECOND.multiply(BigInteger.valueOf(3600)));

    private RequestTimeout() {}

    /** The duration that the text spells; zero for no limit. */
    public static Duration parse(String text) throws KubeconfigException {
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        if (text.length() <= 18 && text.chars().allMatch(RequestTimeout::isDigit)) {
            return limited(new BigInteger(text).multiply(SECOND));
        }
        BigInteger total = BigInteger.ZERO;
        int position = 0;
        while (position < text.length()) {
            int unit = skip(text, position, true);
            int next = skip(text, unit, false);
            BigInteger size = NANOSECONDS.get(text.substring(unit, next));
            if (size == null) {
                throw KubeconfigException.broken(INVALID);
            }
            total = total.add(number(text.substring(position, unit), size));
            position = next;
        }
        return limited(total);
    }

    /** The duration as Go writes it, {@code 1m30s}: the form in which an API server expects it. */
    static String text(Duration timeout) {
        long seconds = timeout.getSeconds();
        if (seconds == 0) {
            return BigDecimal.valueOf(timeout.toNanos(), 6).stripTrailingZeros().toPlainString() + "ms";
        }
        StringBuilder text = new StringBuilder();
        if (seconds >= 3600) {
            text.append(seconds / 3600).append('h');
        }
        if (seconds >= 60) {
            text.append(seconds / 60 % 60).append('m');
        }
        BigDecimal rest = BigDecimal.valueOf(seconds % 60).add(BigDecimal.valueOf(timeout.getNano(), 9));
        return text.append(rest.signum() == 0 ? "0" : rest.stripTrailingZeros().toPlainString())
                .append('s')
                .toString();
    }

    private static BigInteger number(String text, BigInteger unit) throws KubeconfigException {
        try {
            if (text.length() > 20) {
                throw KubeconfigException.broken(INVALID);
            }
            return new BigDecimal(text).multiply(new BigDecimal(unit)).toBigInteger();
        } catch (NumberFormatException e) {
            throw KubeconfigException.broken(INVALID);
        }
    }

    private static Duration limited(BigInteger nanoseconds) throws KubeconfigException {
        if (nanoseconds.bitLength() > 63) {
            throw KubeconfigException.broken(INVALID);
        }
        return Duration.ofNanos(nanoseconds.longValue());
    }

    private static int skip(String text, int from, boolean numbers) {
        int end = from;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.') == numbers) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
