package dev.sealedsecrets.cli;

import java.util.List;
import java.util.Optional;

/** What kubeseal does beyond the original's flags: commands named by words, which come first on the command line. */
final class Subcommands {
    private static final String RENDER = "kubeseal template render";

    /** Shown at the end of the help. */
    static final String HELP = """

            Commands (each has its own --help):
              completion SHELL  Print a completion script for bash, fish or zsh
              keys list         Show the controller's sealing keys; needs the right to list its Secrets
              keys usage        The same, with the number of sealed items that each key opened
              man               Print the manual page, for man -l -
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
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        Output output = new Output.Standard(environment.stdout());
        List<String> rest = arguments.subList(1, arguments.size());
        return switch (arguments.get(0)) {
            case "completion" -> Optional.of(new PrintText(completion(rest), output));
            case "man" -> Optional.of(new PrintText(ManPage.of(FlagSet.ofKubeseal()), output));
            case "keys" -> Optional.of(keys(environment, output, rest));
            case "template" -> Optional.of(template(environment, notices, output, rest));
            default -> Optional.empty();
        };
    }

    private static String completion(List<String> arguments) throws CommandException {
        String shell = arguments.size() == 1 ? arguments.get(0) : "";
        return new Completions(FlagSet.ofKubeseal())
                .forShell(shell)
                .orElseThrow(() -> CommandException.usage("kubeseal completion takes one of: bash, fish, zsh"));
    }

    private static Command template(
            CommandEnvironment environment, Notices notices, Output output, List<String> arguments)
            throws CommandException {
        FlagSet known = FlagSet.of(TemplateFlags.ALL);
        String help = new HelpText(RENDER).of(known);
        if (arguments.isEmpty() || isHelp(arguments.get(0))) {
            return new PrintText(help, output);
        }
        if (!arguments.get(0).equals("render")) {
            throw CommandException.usage("unknown command: kubeseal template " + Quoted.of(arguments.get(0)));
        }
        FlagValues flags = FlagParser.parse(known, arguments.subList(1, arguments.size()));
        return flags.isOn(CommandFlags.HELP)
                ? new PrintText(help, output)
                : new RenderCommand(environment, notices, flags, output);
    }

    private static Command keys(CommandEnvironment environment, Output output, List<String> arguments)
            throws CommandException {
        FlagSet known = FlagSet.of(KeysFlags.ALL);
        String help = new HelpText("kubeseal keys list|usage").of(known);
        if (arguments.isEmpty() || isHelp(arguments.get(0))) {
            return new PrintText(help, output);
        }
        String what = arguments.get(0);
        if (!what.equals("list") && !what.equals("usage")) {
            throw CommandException.usage("unknown command: kubeseal keys " + Quoted.of(what));
        }
        FlagValues flags = FlagVariables.read(known, environment.variables())
                .overriddenBy(FlagParser.parse(known, arguments.subList(1, arguments.size())), known);
        return flags.isOn(CommandFlags.HELP)
                ? new PrintText(help, output)
                : new KeysCommand(
                        new ClusterFlags(environment, flags).access(),
                        flags.text(CommandFlags.CONTROLLER_NAMESPACE),
                        what.equals("usage"),
                        environment.clock().instant(),
                        output);
    }

    private static boolean isHelp(String word) {
        return word.equals("--help") || word.equals("-h");
    }
}
