package dev.sealedsecrets.cli;

import java.util.ArrayList;
import java.util.List;

/** The texts a flag accepts as its value. */
enum FlagType {
    /** Any text; the last one given counts. */
    TEXT("string") {
        @Override
        List<String> parse(String text) {
            return List.of(text);
        }
    },
    /** A boolean; without a value it is true. */
    SWITCH("") {
        @Override
        List<String> parse(String text) throws BadValue {
            return switch (text) {
                case "1", "t", "T", "true", "TRUE", "True" -> List.of("true");
                case "0", "f", "F", "false", "FALSE", "False" -> List.of("false");
                default -> throw new BadValue("strconv.ParseBool: parsing " + quote(text) + ": invalid syntax");
            };
        }
    },
    /** Texts separated by commas as in CSV; repeating the flag adds to the list. */
    COMMA_LIST("strings") {
        @Override
        List<String> parse(String text) throws BadValue {
            return CommaSeparated.parse(text);
        }
    },
    /** One text, taken whole; repeating the flag adds to the list. */
    LIST("stringArray") {
        @Override
        List<String> parse(String text) {
            return List.of(text);
        }
    },
    /** The name of a sealing scope; the empty text stands for strict. */
    SCOPE("string") {
        @Override
        List<String> parse(String text) throws BadValue {
            return switch (text) {
                case "", "strict" -> List.of("strict");
                case "namespace-wide", "cluster-wide" -> List.of(text);
                default -> throw new BadValue("must be one of: strict, namespace-wide, cluster-wide");
            };
        }
    },
    /** A 32-bit number. */
    NUMBER("Level") {
        @Override
        List<String> parse(String text) throws BadValue {
            try {
                return List.of(Integer.toString(Integer.parseInt(text)));
            } catch (NumberFormatException e) {
                throw new BadValue("strconv.ParseInt: parsing " + quote(text) + ": invalid syntax");
            }
        }
    },
    /** A number that is not negative. */
    SIZE("uint") {
        @Override
        List<String> parse(String text) throws BadValue {
            try {
                return List.of(Long.toUnsignedString(Long.parseUnsignedLong(text)));
            } catch (NumberFormatException e) {
                throw new BadValue("strconv.ParseUint: parsing " + quote(text) + ": invalid syntax");
            }
        }
    },
    /** A log severity, by name or number. */
    SEVERITY("severity") {
        @Override
        List<String> parse(String text) throws BadValue {
            return switch (text) {
                case "INFO", "WARNING", "ERROR", "FATAL" -> List.of(text);
                default -> NUMBER.parse(text);
            };
        }
    },
    /** A comma-separated list of {@code pattern=number}. */
    LEVEL_BY_MODULE("pattern=N,...") {
        @Override
        List<String> parse(String text) throws BadValue {
            for (String setting : CommaSeparated.parse(text)) {
                int equals = setting.indexOf('=');
                if (equals < 1) {
                    throw new BadValue("syntax error: expect comma-separated list of filename=N");
                }
                NUMBER.parse(setting.substring(equals + 1));
            }
            return List.of(text);
        }
    },
    /** A source position {@code file:line}, or nothing. */
    SOURCE_LINE("traceLocation") {
        @Override
        List<String> parse(String text) throws BadValue {
            int colon = text.indexOf(':');
            if (!text.isEmpty() && colon < 1) {
                throw new BadValue("syntax error: expect file.go:234");
            }
            if (colon > 0) {
                NUMBER.parse(text.substring(colon + 1));
            }
            return List.of(text);
        }
    };

    private final String placeholder;

    FlagType(String placeholder) {
        this.placeholder = placeholder;
    }

    /**
     * Reads one value as written on the command line or in a variable.
     *
     * @return the values that it stands for, in their usual spelling; one, except for {@link #COMMA_LIST}
     */
    abstract List<String> parse(String text) throws BadValue;

    /** The word that stands for the value in the help text; empty if none is needed. */
    String placeholder() {
        return placeholder;
    }

    /** Whether values add up instead of replacing each other. */
    boolean collects() {
        return this == COMMA_LIST || this == LIST;
    }

    /** What the flag holds after a further value. */
    List<String> combine(List<String> earlier, List<String> later) {
        if (!collects()) {
            return later;
        }
        List<String> all = new ArrayList<>(earlier);
        all.addAll(later);
        return List.copyOf(all);
    }

    private static String quote(String text) {
        return Quoted.of(text);
    }

    /** A text that the flag does not accept; the message says why. */
    static final class BadValue extends Exception {
        private static final long serialVersionUID = 1L;

        BadValue(String message) {
            super(message);
        }
    }
}
