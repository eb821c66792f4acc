package dev.sealedsecrets.controller;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The kind of a flag's values.
 *
 * @param type of the values
 * @param word for the value in the usage text; empty: the flag stands alone and means true
 * @param reader from text, with the errors of Go's {@code strconv} and {@code time}
 * @param writer to the text of a default
 */
record FlagKind<T>(Class<T> type, String word, Reader<T> reader, Function<T, String> writer) {
    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");
    private static final Pattern INTEGER =
            Pattern.compile("[+-]?(0[xX](_?[0-9a-fA-F])+|0[bB](_?[01])+|0[oO](_?[0-7])+|0(_?[0-7])*|[1-9](_?[0-9])*)");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
    private static final int LONGEST_INTEGER = 64;
    private static final int HEXADECIMAL = 16;

    /** {@code true}, {@code false}, {@code 1}, {@code f} … */
    static final FlagKind<Boolean> BOOL = new FlagKind<>(Boolean.class, "", FlagKind::bool, String::valueOf);

    /** A whole number of 32 bits in Go's notation. */
    static final FlagKind<Integer> INT = new FlagKind<>(Integer.class, "int", FlagKind::integer, String::valueOf);

    /** A decimal number. */
    static final FlagKind<Double> FLOAT =
            new FlagKind<>(Double.class, "float32", FlagKind::decimal, value -> value == 0 ? "0" : value.toString());

    /** A Go duration. */
    static final FlagKind<Duration> DURATION =
            new FlagKind<>(Duration.class, "duration", GoDuration::parse, GoDuration::format);

    /** Any text. */
    static final FlagKind<String> STRING = new FlagKind<>(String.class, "string", text -> text, text -> text);

    /** From a text to a value. */
    @FunctionalInterface
    interface Reader<T> {
        T read(String text) throws FlagValueException;
    }

    private static Boolean bool(String text) throws FlagValueException {
        if (!TRUE.contains(text) && !FALSE.contains(text)) {
            throw invalidSyntax("ParseBool", text);
        }
        return TRUE.contains(text);
    }

    private static Integer integer(String text) throws FlagValueException {
        if (!INTEGER.matcher(text).matches()) {
            throw invalidSyntax("ParseInt", text);
        }
        try {
            return text.length() > LONGEST_INTEGER ? Math.toIntExact(Long.MAX_VALUE) : Math.toIntExact(number(text));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new FlagValueException("strconv.ParseInt: parsing \"" + text + "\": value out of range");
        }
    }

    private static long number(String text) {
        boolean negative = text.startsWith("-");
        String digits = text.replaceFirst("^[+-]", "").replace("_", "");
        int radix = 10;
        if (digits.length() > 1 && digits.startsWith("0")) {
            radix = switch (Character.toLowerCase(digits.charAt(1))) {
                case 'x' -> HEXADECIMAL;
                case 'b' -> 2;
                default -> 8;
            };
            digits = digits.substring(Character.isDigit(digits.charAt(1)) ? 1 : 2);
        }
        return Long.parseLong(negative ? "-" + digits : digits, radix);
    }

    private static Double decimal(String text) throws FlagValueException {
        if (!DECIMAL.matcher(text).matches()) {
            throw invalidSyntax("ParseFloat", text);
        }
        return Double.valueOf(text);
    }

    private static FlagValueException invalidSyntax(String function, String text) {
        return new FlagValueException("strconv." + function + ": parsing \"" + text + "\": invalid syntax");
    }
}
