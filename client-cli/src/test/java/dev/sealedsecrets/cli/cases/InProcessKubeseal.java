package dev.sealedsecrets.cli.cases;

import dev.sealedsecrets.cli.CommandEnvironment;
import dev.sealedsecrets.cli.Kubeseal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Kubeseal inside this process: its surroundings are parameters. */
final class InProcessKubeseal implements Program {

    private final SecureRandom random = new SecureRandom();

    @Override
    public Ending run(Invocation invocation) throws InterruptedException, TimeoutException {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Kubeseal kubeseal = new Kubeseal(new CommandEnvironment(
                invocation.stdin(),
                stdout,
                stderr,
                invocation.variables(),
                invocation.workplace().work(),
                Path.of(invocation.variables().getOrDefault("HOME", "/")),
                invocation.stdinIsTerminal(),
                false,
                Clock.systemUTC(),
                random));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> status = thread.submit(() -> kubeseal.run(invocation.arguments()));
            return new Ending(
                    status.get(SECONDS, TimeUnit.SECONDS),
                    stdout.toString(StandardCharsets.UTF_8),
                    stderr.toString(StandardCharsets.UTF_8));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the program threw instead of ending", e.getCause());
        } finally {
            thread.shutdownNow();
        }
    }
}
