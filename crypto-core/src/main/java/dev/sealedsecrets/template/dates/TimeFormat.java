package dev.sealedsecrets.template.dates;

import dev.sealedsecrets.template.limit.BoundedText;
import dev.sealedsecrets.template.limit.Budget;
import java.util.List;

/** Writes a moment in one of Go's layouts. */
final class TimeFormat {
    static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    static final List<String> WEEKDAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
    static final String RFC_3339_NANO = "2006-01-02T15:04:05.999999999Z07:00";

    /** What a date prints as; the mark of a monotonic clock follows. */
    private static final String DEFAULT = "2006-01-02 15:04:05.999999999 -0700 MST";

    private final CivilTime civil;
    private final Zone.Reading zone;
    private final StringBuilder out = new StringBuilder();

    private TimeFormat(TimeValue time) {
        this.civil = time.civil();
        this.zone = time.reading();
    }

    /** The text of a moment in a layout given by a template. */
    static String format(Budget budget, TimeValue time, String layout) {
        // No element writes more than 20 bytes for each of its own.
        budget.checkText(20L * layout.length());
        budget.bytes((long) layout.length() * layout.length());
        BoundedText out = new BoundedText(budget);
        return out.append(format(time, layout)).finish();
    }

    static String format(TimeValue time, String layout) {
        TimeFormat format = new TimeFormat(time);
        String rest = layout;
        while (true) {
            LayoutChunk chunk = LayoutChunk.next(rest);
            format.out.append(chunk.prefix());
            if (chunk.element() == LayoutElement.NONE) {
                return format.out.toString();
            }
            format.element(chunk);
            rest = chunk.suffix();
        }
    }

    /** What {@code String} of a moment gives. */
    static String text(TimeValue time) {
        String text = format(time, DEFAULT);
        if (time.monotonic().isEmpty()) {
            return text;
        }
        long nanos = time.monotonic().getAsLong();
        String sign = nanos < 0 ? "-" : "+";
        long magnitude = Math.abs(nanos);
        String fraction =
                Long.toString(Durations.SECOND + magnitude % Durations.SECOND).substring(1);
        return text + " m=" + sign + magnitude / Durations.SECOND + "." + fraction;
    }

    private void element(LayoutChunk chunk) {
        int hour12 = civil.hour() % 12 == 0 ? 12 : civil.hour() % 12;
        switch (chunk.element()) {
            case YEAR -> padded(Math.max(civil.year(), 0) % 100, 2, '0');
            case LONG_YEAR -> padded(civil.year(), 4, '0');
            case MONTH -> out.append(MONTHS.get(civil.month() - 1), 0, 3);
            case LONG_MONTH -> out.append(MONTHS.get(civil.month() - 1));
            case NUMERIC_MONTH -> out.append(civil.month());
            case ZERO_MONTH -> padded(civil.month(), 2, '0');
            case WEEKDAY -> out.append(WEEKDAYS.get(civil.weekday()), 0, 3);
            case LONG_WEEKDAY -> out.append(WEEKDAYS.get(civil.weekday()));
            case DAY -> out.append(civil.day());
            case UNDER_DAY -> padded(civil.day(), 2, ' ');
            case ZERO_DAY -> padded(civil.day(), 2, '0');
            case UNDER_YEAR_DAY -> padded(civil.dayOfYear(), 3, ' ');
            case ZERO_YEAR_DAY -> padded(civil.dayOfYear(), 3, '0');
            case HOUR -> padded(civil.hour(), 2, '0');
            case HOUR_12 -> out.append(hour12);
            case ZERO_HOUR_12 -> padded(hour12, 2, '0');
            case MINUTE -> out.append(civil.minute());
            case ZERO_MINUTE -> padded(civil.minute(), 2, '0');
            case SECOND -> out.append(civil.second());
            case ZERO_SECOND -> padded(civil.second(), 2, '0');
            case UPPER_PM -> out.append(civil.hour() >= 12 ? "PM" : "AM");
            case LOWER_PM -> out.append(civil.hour() >= 12 ? "pm" : "am");
            case ZONE -> zoneName();
            case OFFSET, OFFSET_OR_Z -> offset(chunk);
            case FRACTION_ZEROS, FRACTION_NINES -> fraction(chunk);
            case NONE -> throw new IllegalArgumentException("no element");
        }
    }

    private void padded(long n, int width, char pad) {
        if (n < 0) {
            out.append('-');
        }
        String digits = Long.toString(Math.abs(n));
        out.append(String.valueOf(pad).repeat(Math.max(0, width - digits.length())))
                .append(digits);
    }

    private void zoneName() {
        if (!zone.abbreviation().isEmpty()) {
            out.append(zone.abbreviation());
            return;
        }
        int minutes = Math.abs(zone.offset()) / 60;
        out.append(zone.offset() < 0 ? '-' : '+')
                .append(TwoDigits.of(minutes / 60))
                .append(TwoDigits.of(minutes % 60));
    }

    private void offset(LayoutChunk chunk) {
        if (chunk.element() == LayoutElement.OFFSET_OR_Z && zone.offset() == 0) {
            out.append('Z');
            return;
        }
        String form = chunk.text().substring(1);
        String colon = form.contains(":") ? ":" : "";
        int digits = form.replace(":", "").length();
        int offset = Math.abs(zone.offset());
        out.append(zone.offset() < 0 ? '-' : '+').append(TwoDigits.of(offset / 3600));
        if (digits >= 4) {
            out.append(colon).append(TwoDigits.of(offset / 60 % 60));
        }
        if (digits >= 6) {
            out.append(colon).append(TwoDigits.of(offset % 60));
        }
    }

    private void fraction(LayoutChunk chunk) {
        int digits = chunk.text().length() - 1;
        String nanos = Long.toString(Durations.SECOND + civil.nano()).substring(1);
        StringBuilder fraction = new StringBuilder(nanos.substring(0, Math.min(digits, 9)));
        fraction.append("0".repeat(Math.max(0, digits - 9)));
        if (chunk.element() == LayoutElement.FRACTION_NINES) {
            while (fraction.length() > 0 && fraction.charAt(fraction.length() - 1) == '0') {
                fraction.setLength(fraction.length() - 1);
            }
            if (fraction.length() == 0) {
                return;
            }
        }
        out.append(chunk.text().charAt(0)).append(fraction);
    }
}
