package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.FileReplacement;

/** Chooses the command that the flags ask for, in the order of the compatibility contract (section 2.2). */
final class CommandChoice {

    private final CommandEnvironment environment;
    private final Notices notices;

    CommandChoice(CommandEnvironment environment, Notices notices) {
        this.environment = environment;
        this.notices = notices;
    }

    /** The command, ready to run. Input and output files have been looked at, nothing has been read or written. */
    Command choose(FlagSet known, FlagValues given) throws CommandException, ClientException {
        Output standard = new Output.Standard(environment.stdout());
        if (given.isOn(CommandFlags.VERSION)) {
            return new PrintText("kubeseal version: " + Version.text() + "\n", standard);
        }
        if (given.isOn(CommandFlags.HELP)) {
            return new PrintText(new HelpText("kubeseal").of(known) + Subcommands.HELP, standard);
        }
        FlagValues flags = FlagVariables.read(known, environment.variables()).overriddenBy(given, known);
        if (given.isSet(CommandFlags.ROTATE)) {
            notices.line("Flag --rotate has been deprecated, please use --re-encrypt instead");
        }
        if (!flags.list(CommandFlags.FROM_FILE).isEmpty() && !flags.isOn(CommandFlags.RAW)) {
            throw CommandException.failure("--from-file requires --raw");
        }
        if (!flags.list(CommandFlags.RECOVERY_PRIVATE_KEY).isEmpty() && !flags.isOn(CommandFlags.RECOVERY_UNSEAL)) {
            notices.warning("ignoring --recovery-private-key because unseal command not chosen with --recovery-unseal");
        }
        return new CommandBuilder(environment, notices, flags, input(flags), output(flags, standard)).build();
    }

    private Input input(FlagValues flags) throws CommandException {
        String file = flags.text(CommandFlags.SECRET_FILE);
        return file.isEmpty() ? Input.standard(environment, notices) : Input.file(file, environment, notices);
    }

    private Output output(FlagValues flags, Output standard) throws CommandException, ClientException {
        String file = flags.text(CommandFlags.SEALED_SECRET_FILE);
        return file.isEmpty() || file.equals("/dev/stdout")
                ? standard
                : new Output.File(FileReplacement.with(FileNames.resolve(environment, file), file));
    }
}
