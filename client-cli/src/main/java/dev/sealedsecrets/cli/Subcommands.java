package dev.sealedsecrets.cli;

import java.util.List;
import java.util.Optional;

/** What kubeseal does beyond the original's flags: commands named by words, which come first on the command line. */
final class Subcommands {
    private static final String RENDER = "kubeseal template render";

    /** Shown at the end of the help. */
    static final String HELP = """

            Commands (each has its own --help):
              template render   Show the Secret that a SealedSecret's templates make of given values, offline
            """;

    private Subcommands() {}

    /**
     * The command that the first words name, ready to run; empty if the first word is a flag.
     *
     * @throws CommandException usage error: words that name no command, or wrong flags
     */
    static Optional<Command> choose(CommandEnvironment environment, Notices notices, List<String> arguments)
            throws CommandException {
        if (arguments.isEmpty() || !arguments.get(0).equals("template")) {
            return Optional.empty();
        }
        Output output = new Output.Standard(environment.stdout());
        FlagSet known = FlagSet.of(TemplateFlags.ALL);
        String help = new HelpText(RENDER).of(known);
        if (arguments.size() < 2 || isHelp(arguments.get(1))) {
            return Optional.of(new PrintText(help, output));
        }
        if (!arguments.get(1).equals("render")) {
            throw CommandException.usage("unknown command: kubeseal template " + Quoted.of(arguments.get(1)));
        }
        FlagValues flags = FlagParser.parse(known, arguments.subList(2, arguments.size()));
        return Optional.of(
                flags.isOn(CommandFlags.HELP)
                        ? new PrintText(help, output)
                        : new RenderCommand(environment, notices, flags, output));
    }

    private static boolean isHelp(String word) {
        return word.equals("--help") || word.equals("-h");
    }
}
