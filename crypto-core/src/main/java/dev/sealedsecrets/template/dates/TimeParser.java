package dev.sealedsecrets.template.dates;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.value.GoError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a moment written in one of Go's layouts; what the text does not say is that of January 1, year 0, 00:00. */
final class TimeParser {
    private final String layout;
    private final String text;
    private String rest;

    private long year;
    private int month = -1;
    private int day = -1;
    private int yearDay = -1;
    private int hour;
    private int minute;
    private int second;
    private int nano;
    private @Nullable Boolean afternoon;
    private @Nullable Zone zone;
    private @Nullable Integer offset;
    private String zoneName = "";

    /** The text does not fit the element under way. */
    private static final class Mismatch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Mismatch() {
            super(null, null, false, false);
        }
    }

    /** A part of the date is out of range, or says too much; the message names what. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message, null, false, false);
        }
    }

    private TimeParser(String layout, String text) {
        this.layout = layout;
        this.text = text;
        this.rest = text;
    }

    /**
     * Reads a text, in the zone of the process unless it names one.
     *
     * @throws GoError with Go's text
     */
    static TimeValue parse(Budget budget, String layout, String text) {
        // Each element copies what is left of both texts.
        budget.bytes(layout.length() * ((long) layout.length() + text.length()));
        TimeParser parser = new TimeParser(layout, text);
        try {
            parser.elements();
            return parser.moment();
        } catch (Refused e) {
            throw new GoError("parsing time " + ByteQuote.of(text) + ": " + e.getMessage());
        }
    }

    private void elements() {
        String remaining = layout;
        while (true) {
            LayoutChunk chunk = LayoutChunk.next(remaining);
            skip(chunk.prefix());
            if (chunk.element() == LayoutElement.NONE) {
                if (!rest.isEmpty()) {
                    throw new Refused("extra text: " + ByteQuote.of(rest));
                }
                return;
            }
            remaining = chunk.suffix();
            String before = rest;
            try {
                element(chunk);
            } catch (Mismatch e) {
                throw cannotParse(before, chunk.text());
            }
        }
    }

    private GoError cannotParse(String value, String element) {
        return new GoError("parsing time " + ByteQuote.of(text) + " as " + ByteQuote.of(layout) + ": cannot parse "
                + ByteQuote.of(value) + " as " + ByteQuote.of(element));
    }

    /** Passes over literal text; runs of blanks match any number of blanks. */
    private void skip(String prefix) {
        int i = 0;
        while (i < prefix.length()) {
            if (prefix.charAt(i) == ' ') {
                if (!rest.isEmpty() && rest.charAt(0) != ' ') {
                    throw cannotParse(rest, prefix);
                }
                while (i < prefix.length() && prefix.charAt(i) == ' ') {
                    i++;
                }
                rest = withoutBlanks(rest);
            } else {
                if (rest.isEmpty() || rest.charAt(0) != prefix.charAt(i)) {
                    throw cannotParse(rest, prefix);
                }
                rest = rest.substring(1);
                i++;
            }
        }
    }

    private static String withoutBlanks(String s) {
        int i = 0;
        while (i < s.length() && s.charAt(i) == ' ') {
            i++;
        }
        return s.substring(i);
    }

    private void element(LayoutChunk chunk) {
        switch (chunk.element()) {
            case YEAR -> {
                int n = number(take(2));
                year = n >= 69 ? 1900 + n : 2000 + n;
            }
            case LONG_YEAR -> {
                if (!isDigit(0)) {
                    throw new Mismatch();
                }
                year = number(take(4));
            }
            case MONTH -> month = name(TimeFormat.MONTHS, 3) + 1;
            case LONG_MONTH -> month = name(TimeFormat.MONTHS, Integer.MAX_VALUE) + 1;
            case NUMERIC_MONTH, ZERO_MONTH -> {
                month = oneOrTwoDigits(chunk.element() == LayoutElement.ZERO_MONTH);
                check(month >= 1 && month <= 12, "month");
            }
            case WEEKDAY -> name(TimeFormat.WEEKDAYS, 3);
            case LONG_WEEKDAY -> name(TimeFormat.WEEKDAYS, Integer.MAX_VALUE);
            case DAY, UNDER_DAY, ZERO_DAY -> {
                skipBlankIf(chunk.element() == LayoutElement.UNDER_DAY);
                day = oneOrTwoDigits(chunk.element() == LayoutElement.ZERO_DAY);
            }
            case UNDER_YEAR_DAY, ZERO_YEAR_DAY -> {
                boolean under = chunk.element() == LayoutElement.UNDER_YEAR_DAY;
                skipBlankIf(under);
                skipBlankIf(under);
                yearDay = upToThreeDigits(!under);
            }
            case HOUR -> {
                hour = oneOrTwoDigits(false);
                check(hour < 24, "hour");
            }
            case HOUR_12, ZERO_HOUR_12 -> {
                hour = oneOrTwoDigits(chunk.element() == LayoutElement.ZERO_HOUR_12);
                check(hour <= 12, "hour");
            }
            case MINUTE, ZERO_MINUTE -> {
                minute = oneOrTwoDigits(chunk.element() == LayoutElement.ZERO_MINUTE);
                check(minute < 60, "minute");
            }
            case SECOND, ZERO_SECOND -> second(chunk);
            case UPPER_PM -> afternoon = half("PM", "AM");
            case LOWER_PM -> afternoon = half("pm", "am");
            case ZONE -> zoneName();
            case OFFSET, OFFSET_OR_Z -> offset(chunk);
            case FRACTION_ZEROS -> nano = fraction(take(chunk.text().length()));
            case FRACTION_NINES -> {
                if (isFractionAhead()) {
                    nano = fraction(take(1 + digitsFrom(1)));
                }
            }
            case NONE -> throw new IllegalArgumentException("no element");
        }
    }

    private static void check(boolean inRange, String what) {
        if (!inRange) {
            throw new Refused(what + " out of range");
        }
    }

    private void second(LayoutChunk chunk) {
        second = oneOrTwoDigits(chunk.element() == LayoutElement.ZERO_SECOND);
        check(second < 60, "second");
        // A fraction may follow even if the layout has none.
        if (isFractionAhead() && !LayoutChunk.next(chunk.suffix()).element().isFraction()) {
            nano = fraction(take(1 + digitsFrom(1)));
        }
    }

    private boolean isDigit(int at) {
        return at < rest.length() && rest.charAt(at) >= '0' && rest.charAt(at) <= '9';
    }

    private int digitsFrom(int at) {
        int n = 0;
        while (isDigit(at + n)) {
            n++;
        }
        return n;
    }

    private boolean isFractionAhead() {
        return rest.length() >= 2 && (rest.charAt(0) == '.' || rest.charAt(0) == ',') && isDigit(1);
    }

    private String take(int length) {
        if (rest.length() < length) {
            throw new Mismatch();
        }
        String taken = rest.substring(0, length);
        rest = rest.substring(length);
        return taken;
    }

    /** A whole number with an optional sign. */
    private static int number(String s) {
        boolean signed = s.startsWith("-") || s.startsWith("+");
        String digits = signed ? s.substring(1) : s;
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Mismatch();
        }
        int n = Integer.parseInt(digits);
        return s.startsWith("-") ? -n : n;
    }

    private int oneOrTwoDigits(boolean two) {
        if (!isDigit(0) || (two && !isDigit(1))) {
            throw new Mismatch();
        }
        return number(take(isDigit(1) ? 2 : 1));
    }

    private int upToThreeDigits(boolean three) {
        int count = Math.min(digitsFrom(0), 3);
        if (count == 0 || (three && count != 3)) {
            throw new Mismatch();
        }
        return number(take(count));
    }

    private void skipBlankIf(boolean allowed) {
        if (allowed && rest.startsWith(" ")) {
            rest = rest.substring(1);
        }
    }

    /** The index of the name the text begins with, in any case. */
    private int name(List<String> names, int length) {
        for (int i = 0; i < names.size(); i++) {
            String name =
                    names.get(i).substring(0, Math.min(length, names.get(i).length()));
            if (rest.regionMatches(true, 0, name, 0, name.length())) {
                rest = rest.substring(name.length());
                return i;
            }
        }
        throw new Mismatch();
    }

    private boolean half(String pm, String am) {
        String taken = take(2);
        if (!taken.equals(pm) && !taken.equals(am)) {
            throw new Mismatch();
        }
        return taken.equals(pm);
    }

    private static int fraction(String s) {
        if (s.charAt(0) != '.' && s.charAt(0) != ',') {
            throw new Mismatch();
        }
        String digits = s.substring(1, Math.min(s.length(), 10));
        int n = number(digits);
        if (n < 0) {
            throw new Refused("fractional second out of range");
        }
        return n * (int) Math.pow(10, 9 - digits.length());
    }

    private void offset(LayoutChunk chunk) {
        if (chunk.element() == LayoutElement.OFFSET_OR_Z && rest.startsWith("Z")) {
            rest = rest.substring(1);
            zone = Zones.UTC;
            return;
        }
        String form = chunk.text();
        String taken = take(form.length());
        for (int i = 1; i < form.length(); i++) {
            if (form.charAt(i) == ':' && taken.charAt(i) != ':') {
                throw new Mismatch();
            }
        }
        int step = form.indexOf(':') < 0 ? 2 : 3;
        int[] parts = new int[3];
        boolean mismatch = taken.charAt(0) != '+' && taken.charAt(0) != '-';
        for (int i = 0; i < 3 && 1 + i * step < form.length(); i++) {
            int at = 1 + i * step;
            boolean digits = isDigit(taken, at) && isDigit(taken, at + 1);
            mismatch |= !digits;
            parts[i] = digits ? number(taken.substring(at, at + 2)) : 0;
            if (!digits) {
                break;
            }
        }
        // Go looks at ranges before it looks at the sign, and names the last one.
        check(parts[2] <= 60, "time zone offset second");
        check(parts[1] <= 60, "time zone offset minute");
        check(parts[0] <= 24, "time zone offset hour");
        if (mismatch) {
            throw new Mismatch();
        }
        int total = (parts[0] * 60 + parts[1]) * 60 + parts[2];
        offset = taken.charAt(0) == '-' ? -total : total;
    }

    private static boolean isDigit(String s, int at) {
        return s.charAt(at) >= '0' && s.charAt(at) <= '9';
    }

    private void zoneName() {
        if (rest.startsWith("UTC")) {
            rest = rest.substring(3);
            zone = Zones.UTC;
            return;
        }
        int length = ZoneNames.length(rest);
        if (length == 0) {
            throw new Mismatch();
        }
        zoneName = take(length);
    }

    private TimeValue moment() {
        if (afternoon != null) {
            if (afternoon && hour < 12) {
                hour += 12;
            } else if (!afternoon && hour == 12) {
                hour = 0;
            }
        }
        date();
        long local = CivilTime.toSeconds(year, month, day, hour, minute, second);
        if (zone != null) {
            return TimeValue.of(local, nano, zone);
        }
        if (offset != null) {
            boolean process = offset == 0 && (zoneName.isEmpty() || zoneName.equals("UTC"));
            return TimeValue.of(local - offset, nano, process ? Zones.LOCAL : new Zone.Fixed(zoneName, offset));
        }
        if (!zoneName.isEmpty()) {
            int hours = zoneName.length() > 3 && zoneName.startsWith("GMT") ? number(zoneName.substring(3)) : 0;
            // As in Go, the offset of such a name does not shift the time, it only shows.
            return TimeValue.of(local, nano, new Zone.Fixed(zoneName, hours * 3600));
        }
        return TimeValue.of(local, nano, Zones.LOCAL);
    }

    /** Completes month and day, from the day of the year if that is given. */
    private void date() {
        if (yearDay >= 0) {
            int days = CivilTime.isLeap(year) ? 366 : 365;
            if (yearDay < 1 || yearDay > days) {
                throw new Refused("day-of-year out of range");
            }
            int m = 1;
            int d = yearDay;
            while (d > CivilTime.daysIn(m, year)) {
                d -= CivilTime.daysIn(m, year);
                m++;
            }
            if (month >= 0 && month != m) {
                throw new Refused("day-of-year does not match month");
            }
            if (day >= 0 && day != d) {
                throw new Refused("day-of-year does not match day");
            }
            month = m;
            day = d;
        }
        month = month < 0 ? 1 : month;
        day = day < 0 ? 1 : day;
        check(day >= 1 && day <= CivilTime.daysIn(month, year), "day");
    }
}
