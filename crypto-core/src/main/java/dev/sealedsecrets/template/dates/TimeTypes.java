package dev.sealedsecrets.template.dates;

import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.Kind;

/** The types of Go's package time. */
public final class TimeTypes {
    /** {@code time.Time}. */
    public static final GoType TIME = GoType.named("time.Time", Kind.STRUCT, new TimeMethods());
    /** {@code time.Duration}. */
    public static final GoType DURATION = GoType.named("time.Duration", Kind.INT64, new DurationMethods());
    /** {@code time.Month}. */
    static final GoType MONTH = GoType.named("time.Month", Kind.INT, new NameMethods("Month", TimeFormat.MONTHS, 1));
    /** {@code time.Weekday}. */
    static final GoType WEEKDAY =
            GoType.named("time.Weekday", Kind.INT, new NameMethods("Weekday", TimeFormat.WEEKDAYS, 0));
    /** {@code time.Location}. */
    static final GoType LOCATION = GoType.named("time.Location", Kind.STRUCT, new LocationMethods());
    /** {@code *time.Location}. */
    static final GoType LOCATION_POINTER = GoType.pointerTo(LOCATION);

    private TimeTypes() {}
}
