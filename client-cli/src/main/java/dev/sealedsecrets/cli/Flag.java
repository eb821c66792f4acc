package dev.sealedsecrets.cli;

import java.util.Locale;
import java.util.Optional;

/**
 * One flag of the command line.
 *
 * @param name the long name, without dashes
 * @param shorthand the letter that may stand for the name; empty if there is none
 * @param type what its value looks like
 * @param initial the value when it is not given, as {@link FlagType#parse} returns it; empty for none
 * @param source whether a variable may set it
 * @param description what {@code --help} says about it
 */
record Flag(String name, String shorthand, FlagType type, String initial, Source source, String description) {

    /** Where a flag may be set. */
    enum Source {
        /** On the command line only. */
        COMMAND_LINE,
        /** On the command line, and in a variable named after it. */
        COMMAND_LINE_AND_VARIABLE,
        /** As the former, but left out of the help text. */
        HIDDEN
    }

    static Flag of(String name, FlagType type, String initial, String description) {
        return new Flag(name, "", type, initial, Source.COMMAND_LINE_AND_VARIABLE, description);
    }

    static Flag text(String name, String description) {
        return of(name, FlagType.TEXT, "", description);
    }

    static Flag onOff(String name, String description) {
        return of(name, FlagType.SWITCH, "false", description);
    }

    Flag or(String letter) {
        return new Flag(name, letter, type, initial, source, description);
    }

    Flag from(Source other) {
        return new Flag(name, shorthand, type, initial, other, description);
    }

    /** The variable that stands for the flag. */
    Optional<String> variable() {
        if (source == Source.COMMAND_LINE) {
            return Optional.empty();
        }
        return Optional.of("SEALED_SECRETS_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The flag as error messages name it: {@code --cert} or {@code -o, --format}. */
    String display() {
        return shorthand.isEmpty() ? "--" + name : "-" + shorthand + ", --" + name;
    }
}
