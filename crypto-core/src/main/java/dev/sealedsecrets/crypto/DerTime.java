package dev.sealedsecrets.crypto;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The two forms of a certificate's dates (RFC 5280 section 4.1.2.5): {@code YYMMDDHHMMSSZ} for 1950 to 2049 and {@code
 * YYYYMMDDHHMMSSZ}. Seconds are required, fractions and offsets are refused.
 */
final class DerTime {
    private static final int FIRST_YEAR_OF_TWO_DIGITS = 1950;

    private final String digits;
    private int position;

    private DerTime(String digits) {
        this.digits = digits;
    }

    /** Takes the next element. */
    static Instant read(DerReader from) throws MalformedDerException {
        boolean twoDigitYear = from.nextIs(DerReader.UTC_TIME);
        byte[] octets = from.enter(twoDigitYear ? DerReader.UTC_TIME : DerReader.GENERALIZED_TIME)
                .rest();
        int yearDigits = twoDigitYear ? 2 : 4;
        if (octets.length != yearDigits + 11 || octets[octets.length - 1] != 'Z') {
            throw new MalformedDerException();
        }
        return new DerTime(new String(octets, StandardCharsets.ISO_8859_1)).instant(yearDigits);
    }

    /**
     * The element for an instant of whole seconds: the first form where it can be used, as RFC 5280 wants it.
     *
     * @throws IllegalArgumentException if the year has not four digits
     */
    static byte[] write(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < 0 || year > 9999) {
            throw new IllegalArgumentException("a certificate has dates of the years 0 to 9999");
        }
        String text = instant.toString().replace("-", "").replace("T", "").replace(":", "");
        return year >= FIRST_YEAR_OF_TWO_DIGITS && year < FIRST_YEAR_OF_TWO_DIGITS + 100
                ? DerWriter.element(DerReader.UTC_TIME, text.substring(2).getBytes(StandardCharsets.US_ASCII))
                : DerWriter.element(DerReader.GENERALIZED_TIME, text.getBytes(StandardCharsets.US_ASCII));
    }

    private Instant instant(int yearDigits) throws MalformedDerException {
        int year = number(yearDigits);
        if (yearDigits == 2) {
            year += year < FIRST_YEAR_OF_TWO_DIGITS % 100 ? 2000 : 1900;
        }
        try {
            return LocalDateTime.of(year, number(2), number(2), number(2), number(2), number(2))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new MalformedDerException();
        }
    }

    private int number(int count) throws MalformedDerException {
        int number = 0;
        for (int i = 0; i < count; i++) {
            int digit = digits.charAt(position++) - '0';
            if (digit < 0 || digit > 9) {
                throw new MalformedDerException();
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
