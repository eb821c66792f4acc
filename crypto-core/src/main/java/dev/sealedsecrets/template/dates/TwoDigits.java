package dev.sealedsecrets.template.dates;

/** Numbers below 100 with a leading zero. */
final class TwoDigits {
    private TwoDigits() {}

    static String of(int n) {
        return n < 10 ? "0" + n : Integer.toString(n);
    }
}
