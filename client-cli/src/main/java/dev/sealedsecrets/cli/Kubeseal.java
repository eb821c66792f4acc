package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.ClientException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kubeseal program. */
public final class Kubeseal {

    private final CommandEnvironment environment;
    private final Notices notices;

    /** A program that runs in the given surroundings. */
    public Kubeseal(CommandEnvironment environment) {
        this.environment = environment;
        this.notices = new Notices(environment.stderr(), environment.stderrIsTerminal());
    }

    /** Runs kubeseal in the surroundings of this process, and ends the process. */
    public static void main(String[] arguments) {
        int status = new Kubeseal(ProcessEnvironment.current()).run(Arrays.asList(arguments));
        System.exit(status);
    }

    /**
     * Runs the command line once. Nothing is written to standard output unless the run succeeds.
     *
     * @return the exit status: 0 success, 1 failure, 2 usage error
     */
    public int run(List<String> arguments) {
        try {
            execute(arguments);
            return 0;
        } catch (CommandException e) {
            notices.error(e);
            return e.exitStatus();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            notices.bug(e);
            return 1;
        }
    }

    private void execute(List<String> arguments) throws CommandException {
        try {
            Optional<Command> subcommand = Subcommands.choose(environment, notices, arguments);
            if (subcommand.isPresent()) {
                subcommand.get().run();
                return;
            }
            FlagSet known = FlagSet.ofKubeseal();
            FlagValues given = FlagParser.parse(known, arguments);
            new CommandChoice(environment, notices).choose(known, given).run();
        } catch (ClientException e) {
            throw CommandException.failure(e.getMessage(), e.hints());
        }
    }
}
