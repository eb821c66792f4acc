package dev.sealedsecrets.cli.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Kubeseal as people run it. A terminal comes from script(1), which runs a command with one as its standard input. */
final class ExecutableKubeseal implements Program {

    private final Path executable;

    ExecutableKubeseal(Path executable) {
        this.executable = executable;
    }

    @Override
    public Ending run(Invocation invocation) throws IOException, InterruptedException, TimeoutException {
        Path stdin = invocation.workplace().harness().resolve("stdin");
        Path stdout = invocation.workplace().harness().resolve("stdout");
        Path stderr = invocation.workplace().harness().resolve("stderr");
        Files.copy(invocation.stdin(), stdin);
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(invocation.arguments());
        ProcessBuilder builder = new ProcessBuilder(
                        invocation.stdinIsTerminal() ? onTerminal(command, stdout, stderr) : command)
                .directory(invocation.workplace().work().toFile())
                .redirectInput(stdin.toFile());
        if (!invocation.stdinIsTerminal()) {
            builder.redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
        }
        builder.environment().clear();
        builder.environment().putAll(invocation.variables());
        Process process = builder.start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new TimeoutException();
            }
            return new Ending(process.exitValue(), Files.readString(stdout), Files.readString(stderr));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static List<String> onTerminal(List<String> command, Path stdout, Path stderr) {
        String line = "%s >%s 2>%s"
                .formatted(
                        command.stream().map(ExecutableKubeseal::quoted).collect(Collectors.joining(" ")),
                        quoted(stdout.toString()),
                        quoted(stderr.toString()));
        return List.of("script", "--quiet", "--return", "--echo", "never", "--command", line, "/dev/null");
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
