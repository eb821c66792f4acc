package dev.sealedsecrets.template.dates;

/** The parts a layout is made of, each written as Go's reference time (Mon Jan 2 15:04:05 MST 2006) shows it. */
enum LayoutElement {
    /** No further element. */
    NONE,
    LONG_MONTH,
    MONTH,
    NUMERIC_MONTH,
    ZERO_MONTH,
    LONG_WEEKDAY,
    WEEKDAY,
    DAY,
    UNDER_DAY,
    ZERO_DAY,
    UNDER_YEAR_DAY,
    ZERO_YEAR_DAY,
    HOUR,
    HOUR_12,
    ZERO_HOUR_12,
    MINUTE,
    ZERO_MINUTE,
    SECOND,
    ZERO_SECOND,
    LONG_YEAR,
    YEAR,
    UPPER_PM,
    LOWER_PM,
    ZONE,
    /** An offset such as -0700; the text of the element tells the form. */
    OFFSET,
    /** An offset that is Z for UTC. */
    OFFSET_OR_Z,
    /** Fraction of a second with a fixed number of digits. */
    FRACTION_ZEROS,
    /** Fraction of a second without trailing zeros. */
    FRACTION_NINES;

    boolean isFraction() {
        return this == FRACTION_ZEROS || this == FRACTION_NINES;
    }
}
