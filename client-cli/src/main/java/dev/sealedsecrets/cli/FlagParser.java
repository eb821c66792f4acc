package dev.sealedsecrets.cli;

import java.util.Iterator;
import java.util.List;

/**
 * Reads a command line in GNU syntax as Go's pflag does: {@code --flag value}, {@code --flag=value}, {@code -o value},
 * {@code -ovalue}, {@code -o=value}; a switch takes a value only with {@code =}; no abbreviations; {@code --} ends the flags.
 *
 * <p>The error texts are those of pflag: scripts know them.
 */
final class FlagParser {

    private final FlagSet flags;
    private final Iterator<String> arguments;
    private final FlagValues values = new FlagValues();

    private FlagParser(FlagSet flags, List<String> arguments) {
        this.flags = flags;
        this.arguments = arguments.iterator();
    }

    /**
     * Reads the command line.
     *
     * <p>What follows {@code --help} is not judged: whoever asks for help gets it.
     *
     * @throws CommandException usage error: an unknown flag, a missing or wrong value, a word that is no flag
     */
    static FlagValues parse(FlagSet flags, List<String> arguments) throws CommandException {
        FlagParser parser = new FlagParser(flags, arguments);
        try {
            parser.readAll();
        } catch (CommandException e) {
            if (!parser.values.isOn(CommandFlags.HELP)) {
                throw e;
            }
        }
        return parser.values;
    }

    private void readAll() throws CommandException {
        while (arguments.hasNext()) {
            String argument = arguments.next();
            if (argument.equals("--")) {
                if (arguments.hasNext()) {
                    throw stray(arguments.next());
                }
            } else if (argument.startsWith("--")) {
                readLong(argument);
            } else if (argument.length() > 1 && argument.startsWith("-")) {
                readShort(argument.substring(1));
            } else {
                throw stray(argument);
            }
        }
    }

    private void readLong(String argument) throws CommandException {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
        if (name.isEmpty() || name.startsWith("-")) {
            throw CommandException.usage("bad flag syntax: " + argument);
        }
        Flag flag = flags.named(name).orElseThrow(() -> CommandException.usage("unknown flag: --" + name));
        if (equals >= 0) {
            set(flag, argument.substring(equals + 1));
        } else if (flag.type() == FlagType.SWITCH) {
            set(flag, "true");
        } else {
            set(flag, next("--" + name));
        }
    }

    private void readShort(String letters) throws CommandException {
        String rest = letters;
        while (!rest.isEmpty()) {
            int end = rest.offsetByCodePoints(0, 1);
            String letter = rest.substring(0, end);
            String where = "'" + letter + "' in -" + rest;
            Flag flag = flags.withShorthand(letter)
                    .orElseThrow(() -> CommandException.usage("unknown shorthand flag: " + where));
            rest = rest.substring(end);
            if (rest.length() > 1 && rest.startsWith("=")) {
                set(flag, rest.substring(1));
                return;
            }
            if (flag.type() == FlagType.SWITCH) {
                set(flag, "true");
            } else {
                set(flag, rest.isEmpty() ? next(where) : rest);
                return;
            }
        }
    }

    private String next(String flag) throws CommandException {
        if (!arguments.hasNext()) {
            throw CommandException.usage("flag needs an argument: " + flag);
        }
        return arguments.next();
    }

    private void set(Flag flag, String text) throws CommandException {
        try {
            values.add(flag, flag.type().parse(text));
        } catch (FlagType.BadValue e) {
            throw CommandException.usage("invalid argument " + Quoted.of(text) + " for " + Quoted.of(flag.display())
                    + " flag: " + e.getMessage());
        }
    }

    private static CommandException stray(String word) {
        return CommandException.usage("unexpected argument: " + Quoted.of(word));
    }
}
