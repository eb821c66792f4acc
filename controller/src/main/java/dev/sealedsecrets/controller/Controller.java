package dev.sealedsecrets.controller;

import dev.sealedsecrets.controller.cluster.ClusterClients;
import dev.sealedsecrets.controller.cluster.InClusterConfig;
import dev.sealedsecrets.controller.cluster.NoClusterException;
import dev.sealedsecrets.controller.observe.LogKeys;
import dev.sealedsecrets.controller.observe.LogMessages;
import dev.sealedsecrets.controller.observe.Logging;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The controller as a process.
 *
 * <p>Exit status: 0 after SIGTERM, {@code --help} and {@code --version}; 1 when a flag has a value that cannot work; 2
 * when the command line is not understood, or outside a cluster.
 */
public final class Controller {
    private static final Logger LOG = LoggerFactory.getLogger(Controller.class);
    private static final int OK = 0;
    private static final int BUG = 1;
    private static final int USAGE = 2;

    private final ControllerEnvironment environment;
    private final ProcessSignals signals;

    Controller(ControllerEnvironment environment, ProcessSignals signals) {
        this.environment = environment;
        this.signals = signals;
    }

    /** Runs until it is told to end, and ends the process. */
    public static void main(String[] arguments) {
        ProcessSignals signals = new ProcessSignals();
        SignalHandlers.install(signals);
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> reportBug(bug));
        System.exit(new Controller(ControllerEnvironment.ofProcess(), signals).run(List.of(arguments)));
    }

    /** Runs until it is told to end; the result is the exit status. */
    int run(List<String> arguments) {
        FlagReader flags = new FlagReader();
        try {
            flags.readArguments(arguments);
            List<String> ignored = flags.readEnvironment(environment.variables());
            flags.notices().forEach(environment.err()::println);
            if (flags.isHelpWanted()) {
                environment.err().print(Usage.text());
                return OK;
            }
            if (flags.values().get(Flags.VERSION)) {
                environment.out().println("controller version: " + ProgramVersion.text());
                return OK;
            }
            return run(flags.values(), ignored);
        } catch (CommandLineException e) {
            flags.notices().forEach(environment.err()::println);
            environment.err().print(Usage.text());
            environment.err().println(e.getMessage());
            return USAGE;
        } catch (StartException e) {
            environment.err().println(e.getMessage());
            return e.exitStatus();
        } catch (InterruptedException | RuntimeException bug) {
            reportBug(bug);
            return BUG;
        }
    }

    private int run(FlagValues values, List<String> ignoredVariables) throws StartException, InterruptedException {
        OptionsReader reader = new OptionsReader(values);
        Logging.configure(reader.log(), environment.out(), environment.err());
        ControllerOptions options = reader.options();
        LOG.atInfo().addKeyValue(LogKeys.VERSION, ProgramVersion.text()).log(LogMessages.STARTING);
        ignoredVariables.forEach(name -> LOG.atWarn()
                .addKeyValue(LogKeys.VARIABLE, name)
                .log("Ignored an environment variable that does not parse"));
        try (ControllerProgram program = new ControllerProgram(options, environment, connect())) {
            program.start();
            signals.onKeyRequest(program::makeKey);
            signals.awaitEnd();
        }
        return OK;
    }

    private ClusterClients connect() throws StartException {
        try {
            return ClusterClients.of(
                    InClusterConfig.load(environment.variables(), environment.serviceAccount(), environment.clock()));
        } catch (NoClusterException e) {
            throw StartException.noCluster(e);
        }
    }

    private static void reportBug(Throwable bug) {
        LOG.atError().setCause(bug).log("stopped by a bug");
    }
}
