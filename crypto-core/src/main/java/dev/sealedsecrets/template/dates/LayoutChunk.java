package dev.sealedsecrets.template.dates;

import org.jspecify.annotations.Nullable;

/**
 * The next element of a layout with what surrounds it.
 *
 * @param prefix literal text before it
 * @param text the element as the layout has it
 * @param suffix the rest of the layout
 */
record LayoutChunk(String prefix, LayoutElement element, String text, String suffix) {
    /** Offsets without their sign or Z, longest first where one begins another. */
    private static final String[] OFFSETS = {"070000", "07:00:00", "0700", "07:00", "07"};

    /** Finds the first element of a layout. */
    static LayoutChunk next(String layout) {
        for (int i = 0; i < layout.length(); i++) {
            LayoutChunk chunk = at(layout, i);
            if (chunk != null) {
                return chunk;
            }
        }
        return new LayoutChunk(layout, LayoutElement.NONE, "", "");
    }

    private static @Nullable LayoutChunk at(String layout, int i) {
        return switch (layout.charAt(i)) {
            case 'J' -> month(layout, i);
            case 'M' -> weekdayOrZone(layout, i);
            case '0' -> zero(layout, i);
            case '1' ->
                layout.startsWith("15", i)
                        ? cut(layout, i, 2, LayoutElement.HOUR)
                        : cut(layout, i, 1, LayoutElement.NUMERIC_MONTH);
            case '2' ->
                layout.startsWith("2006", i)
                        ? cut(layout, i, 4, LayoutElement.LONG_YEAR)
                        : cut(layout, i, 1, LayoutElement.DAY);
            case '_' -> underscore(layout, i);
            case '3' -> cut(layout, i, 1, LayoutElement.HOUR_12);
            case '4' -> cut(layout, i, 1, LayoutElement.MINUTE);
            case '5' -> cut(layout, i, 1, LayoutElement.SECOND);
            case 'P' -> layout.startsWith("PM", i) ? cut(layout, i, 2, LayoutElement.UPPER_PM) : null;
            case 'p' -> layout.startsWith("pm", i) ? cut(layout, i, 2, LayoutElement.LOWER_PM) : null;
            case '-' -> offset(layout, i, LayoutElement.OFFSET);
            case 'Z' -> offset(layout, i, LayoutElement.OFFSET_OR_Z);
            case '.', ',' -> fraction(layout, i);
            default -> null;
        };
    }

    private static @Nullable LayoutChunk month(String layout, int i) {
        if (layout.startsWith("January", i)) {
            return cut(layout, i, 7, LayoutElement.LONG_MONTH);
        }
        boolean isMonth = layout.startsWith("Jan", i) && !isLower(layout, i + 3);
        return isMonth ? cut(layout, i, 3, LayoutElement.MONTH) : null;
    }

    private static @Nullable LayoutChunk weekdayOrZone(String layout, int i) {
        if (layout.startsWith("Monday", i)) {
            return cut(layout, i, 6, LayoutElement.LONG_WEEKDAY);
        }
        if (layout.startsWith("Mon", i) && !isLower(layout, i + 3)) {
            return cut(layout, i, 3, LayoutElement.WEEKDAY);
        }
        return layout.startsWith("MST", i) ? cut(layout, i, 3, LayoutElement.ZONE) : null;
    }

    private static @Nullable LayoutChunk underscore(String layout, int i) {
        if (layout.startsWith("_2006", i)) {
            return cut(layout, i + 1, 4, LayoutElement.LONG_YEAR);
        }
        if (layout.startsWith("_2", i)) {
            return cut(layout, i, 2, LayoutElement.UNDER_DAY);
        }
        return layout.startsWith("__2", i) ? cut(layout, i, 3, LayoutElement.UNDER_YEAR_DAY) : null;
    }

    private static LayoutChunk cut(String layout, int start, int length, LayoutElement element) {
        return new LayoutChunk(
                layout.substring(0, start),
                element,
                layout.substring(start, start + length),
                layout.substring(start + length));
    }

    private static boolean isLower(String layout, int i) {
        return i < layout.length() && layout.charAt(i) >= 'a' && layout.charAt(i) <= 'z';
    }

    private static @Nullable LayoutChunk zero(String layout, int i) {
        if (layout.startsWith("002", i)) {
            return cut(layout, i, 3, LayoutElement.ZERO_YEAR_DAY);
        }
        LayoutElement element = switch (i + 1 < layout.length() ? layout.charAt(i + 1) : ' ') {
            case '1' -> LayoutElement.ZERO_MONTH;
            case '2' -> LayoutElement.ZERO_DAY;
            case '3' -> LayoutElement.ZERO_HOUR_12;
            case '4' -> LayoutElement.ZERO_MINUTE;
            case '5' -> LayoutElement.ZERO_SECOND;
            case '6' -> LayoutElement.YEAR;
            default -> LayoutElement.NONE;
        };
        return element == LayoutElement.NONE ? null : cut(layout, i, 2, element);
    }

    private static @Nullable LayoutChunk offset(String layout, int i, LayoutElement element) {
        for (String form : OFFSETS) {
            if (layout.startsWith(form, i + 1)) {
                return cut(layout, i, 1 + form.length(), element);
            }
        }
        return null;
    }

    /** A point or comma and a run of one digit, 0 or 9, that no other digit follows. */
    private static @Nullable LayoutChunk fraction(String layout, int i) {
        if (i + 1 >= layout.length()) {
            return null;
        }
        char digit = layout.charAt(i + 1);
        if (digit != '0' && digit != '9') {
            return null;
        }
        int end = i + 1;
        while (end < layout.length() && layout.charAt(end) == digit) {
            end++;
        }
        if (end < layout.length() && layout.charAt(end) >= '0' && layout.charAt(end) <= '9') {
            return null;
        }
        return cut(layout, i, end - i, digit == '0' ? LayoutElement.FRACTION_ZEROS : LayoutElement.FRACTION_NINES);
    }
}
