package dev.sealedsecrets.resource;

/**
 * Whether a text is a date, or a date and time, for a YAML 1.1 reader: {@code 2001-1-2}, {@code 2001-01-02T03:04:05.6Z}, {@code
 * 2001-01-02 03:04:05}. Dates that no calendar has are text.
 */
final class YamlTimestamp {
    private final String text;
    private int at;

    private YamlTimestamp(String text) {
        this.text = text;
    }

    static boolean isTimestamp(String text) {
        return text.length() > 5 && text.charAt(4) == '-' && new YamlTimestamp(text).matches();
    }

    private boolean matches() {
        int year = number(4, 4);
        if (year < 0 || !skip('-')) {
            return false;
        }
        int month = number(1, 2);
        if (month < 1 || month > 12 || !skip('-')) {
            return false;
        }
        int day = number(1, 2);
        if (day < 1 || day > lengthOfMonth(year, month)) {
            return false;
        }
        if (at == text.length()) {
            return true;
        }
        if (skip(' ')) {
            skipBlanks();
            return time() && at == text.length();
        }
        return (skip('T') || skip('t')) && time() && zone() && at == text.length();
    }

    private boolean time() {
        int hour = number(1, 2);
        if (hour < 0 || hour > 23 || !skip(':')) {
            return false;
        }
        int minute = number(1, 2);
        if (minute < 0 || minute > 59 || !skip(':')) {
            return false;
        }
        int second = number(1, 2);
        if (second < 0 || second > 59) {
            return false;
        }
        if (at + 1 < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',') && isDigit(at + 1)) {
            at++;
            while (isDigit(at)) {
                at++;
            }
        }
        return true;
    }

    private boolean zone() {
        if (skip('Z')) {
            return true;
        }
        if (!skip('+') && !skip('-')) {
            return false;
        }
        int hours = number(2, 2);
        if (hours < 0 || hours > 24 || !skip(':')) {
            return false;
        }
        int minutes = number(2, 2);
        return minutes >= 0 && minutes <= 60;
    }

    private static int lengthOfMonth(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** A number of so many digits at the cursor; -1 if there is none. */
    private int number(int minimum, int maximum) {
        int value = 0;
        int digits = 0;
        while (digits < maximum && isDigit(at)) {
            value = value * 10 + (text.charAt(at) - '0');
            at++;
            digits++;
        }
        return digits < minimum ? -1 : value;
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean skip(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
