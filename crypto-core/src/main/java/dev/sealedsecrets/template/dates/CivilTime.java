package dev.sealedsecrets.template.dates;

/**
 * A reading of calendar and clock, proleptic Gregorian, without zone. Years go beyond those of java.time.
 *
 * @param month 1 to 12
 * @param day 1 to 31
 */
record CivilTime(long year, int month, int day, int hour, int minute, int second, int nano) {
    private static final int SECONDS_PER_DAY = 86_400;
    private static final long DAYS_TO_1970 = 719_468;
    private static final int DAYS_PER_ERA = 146_097;

    /** What stands on calendar and clock so many seconds after 1970-01-01 00:00. */
    static CivilTime ofSeconds(long seconds, int nano) {
        long days = Math.floorDiv(seconds, SECONDS_PER_DAY);
        int ofDay = Math.floorMod(seconds, SECONDS_PER_DAY);
        // Years that begin in March put the leap day at the end; 400 of them are an era.
        long shifted = days + DAYS_TO_1970;
        long era = Math.floorDiv(shifted, DAYS_PER_ERA);
        long dayOfEra = Math.floorMod(shifted, DAYS_PER_ERA);
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long marchMonth = (5 * dayOfYear + 2) / 153;
        int day = (int) (dayOfYear - (153 * marchMonth + 2) / 5 + 1);
        int month = (int) (marchMonth < 10 ? marchMonth + 3 : marchMonth - 9);
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return new CivilTime(year, month, day, ofDay / 3600, ofDay / 60 % 60, ofDay % 60, nano);
    }

    /** Seconds from 1970-01-01 00:00 to a date and time whose parts may lie outside of their usual ranges. */
    static long toSeconds(long year, long month, long day, long hour, long minute, long second) {
        long months = month - 1;
        long y = year + Math.floorDiv(months, 12);
        int m = Math.floorMod(months, 12) + 1;
        long marchYear = m <= 2 ? y - 1 : y;
        long era = Math.floorDiv(marchYear, 400);
        long yearOfEra = Math.floorMod(marchYear, 400);
        int dayOfYear = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        long days = era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970 + (day - 1);
        return days * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
    }

    static boolean isLeap(long year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    static int daysIn(int month, long year) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Day of the year, from 1. */
    int dayOfYear() {
        int days = day;
        for (int m = 1; m < month; m++) {
            days += daysIn(m, year);
        }
        return days;
    }

    /** Day of the week, Sunday is 0. */
    int weekday() {
        long days = Math.floorDiv(toSeconds(year, month, day, 0, 0, 0), SECONDS_PER_DAY);
        return Math.floorMod(days + 4, 7);
    }
}
