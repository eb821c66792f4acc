package dev.sealedsecrets.controller;

import java.util.Locale;

/**
 * One flag of the command line.
 *
 * @param name without dashes
 * @param help what it does, for the usage text
 */
record Flag<T>(String name, FlagKind<T> kind, T defaultValue, String help) {
    private static final String VARIABLE_PREFIX = "SEALED_SECRETS_";

    /** The environment variable that sets a flag of this name, as in {@code SEALED_SECRETS_KEY_SIZE}. */
    static String variable(String name) {
        return VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    boolean standsAlone() {
        return kind.word().isEmpty();
    }

    /** The default as the usage text shows it; empty: not worth showing. */
    String shownDefault() {
        String text = kind.writer().apply(defaultValue);
        return switch (text) {
            case "", "0", "false", "0s" -> "";
            default -> kind.equals(FlagKind.STRING) ? '"' + text + '"' : text;
        };
    }
}
