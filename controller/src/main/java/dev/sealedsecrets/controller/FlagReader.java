package dev.sealedsecrets.controller;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads command line and environment: {@code --flag=value}, {@code --flag value}, booleans alone; other arguments are
 * ignored. What the command line leaves unset, {@code SEALED_SECRETS_…} may set.
 */
final class FlagReader {
    private final Map<String, Flag<?>> names = new TreeMap<>();
    private final Map<Flag<?>, Object> set = new HashMap<>();
    private final List<String> notices = new ArrayList<>();
    private boolean helpWanted;

    FlagReader() {
        Flags.ALL.forEach(flag -> names.put(flag.name(), flag));
        names.putAll(Flags.DEPRECATED);
    }

    /** @throws CommandLineException if a flag is unknown, its value of the wrong kind or missing */
    void readArguments(List<String> arguments) throws CommandLineException {
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty() && !helpWanted) {
            String argument = rest.remove();
            if (argument.equals("--")) {
                return;
            }
            if (argument.startsWith("--")) {
                readFlag(argument, rest);
            } else if (argument.startsWith("-h")) {
                helpWanted = true;
            } else if (argument.length() > 1 && argument.startsWith("-")) {
                throw new CommandLineException(
                        "unknown shorthand flag: '" + argument.substring(1, 2) + "' in " + argument);
            }
        }
    }

    private void readFlag(String argument, Deque<String> rest) throws CommandLineException {
        int equals = argument.indexOf('=');
        String name = argument.substring(2, equals < 0 ? argument.length() : equals);
        if (name.isEmpty() || name.startsWith("-")) {
            throw new CommandLineException("bad flag syntax: " + argument);
        }
        Flag<?> flag = names.get(name);
        if (flag == null) {
            helpWanted = name.equals("help");
            if (helpWanted) {
                return;
            }
            throw new CommandLineException("unknown flag: --" + name);
        }
        String value = equals >= 0 ? argument.substring(equals + 1) : valueOf(flag, rest);
        if (value == null) {
            throw new CommandLineException("flag needs an argument: --" + name);
        }
        try {
            set(name, flag, value);
        } catch (FlagValueException e) {
            throw new CommandLineException(
                    "invalid argument \"" + value + "\" for \"--" + name + "\" flag: " + e.reason());
        }
    }

    private static @Nullable String valueOf(Flag<?> flag, Deque<String> rest) {
        return flag.standsAlone() ? "true" : rest.poll();
    }

    /**
     * Sets from environment variables what is not set yet.
     *
     * @return names of the variables whose value is of the wrong kind; they have no effect
     */
    List<String> readEnvironment(Map<String, String> variables) {
        List<String> ignored = new ArrayList<>();
        names.forEach((name, flag) -> {
            String value = variables.get(Flag.variable(name));
            if (value == null || set.containsKey(flag)) {
                return;
            }
            try {
                set(name, flag, value);
            } catch (FlagValueException e) {
                ignored.add(Flag.variable(name));
            }
        });
        return ignored;
    }

    private void set(String name, Flag<?> flag, String value) throws FlagValueException {
        set.put(flag, flag.kind().reader().read(value));
        if (!name.equals(flag.name())) {
            notices.add("Flag --" + name + " has been deprecated, please use " + flag.name() + " instead");
        }
    }

    /** Whether {@code --help} was given; nothing after it is read. */
    boolean isHelpWanted() {
        return helpWanted;
    }

    /** Lines to show: uses of deprecated names. */
    List<String> notices() {
        return List.copyOf(notices);
    }

    FlagValues values() {
        return new FlagValues(set);
    }
}
