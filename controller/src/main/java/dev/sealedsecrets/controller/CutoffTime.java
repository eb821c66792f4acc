package dev.sealedsecrets.controller;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code --key-cutoff-time}: a time of RFC 1123 with a numeric zone. As in Go the day of the week must be
 * one but need not fit the date.
 */
final class CutoffTime {
    private static final String FORM = "Mon, 02 Jan 2006 15:04:05 -0700";
    private static final DateTimeFormatter FORMATTER = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT)
            .withResolverFields(Set.of(
                    ChronoField.YEAR,
                    ChronoField.MONTH_OF_YEAR,
                    ChronoField.DAY_OF_MONTH,
                    ChronoField.HOUR_OF_DAY,
                    ChronoField.MINUTE_OF_HOUR,
                    ChronoField.SECOND_OF_MINUTE,
                    ChronoField.OFFSET_SECONDS));

    private CutoffTime() {}

    /** The time, or null for an empty text. */
    static @Nullable Instant parse(String text) throws StartException {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return FORMATTER.parse(text, OffsetDateTime::from).toInstant();
        } catch (DateTimeParseException e) {
            throw StartException.ofFlag(
                    Flags.KEY_CUTOFF_TIME,
                    "parsing time \"" + OneLine.of(text) + "\": must have the form \"" + FORM + '"');
        }
    }
}
