package dev.sealedsecrets.cli.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How a run of a command ended, and what it wrote. */
record Launch(int exitStatus, String stdout, String stderr) {

    private static final int SECONDS = 60;

    /**
     * Runs a command to its end with no input.
     *
     * @param folder working directory; also receives what the command writes
     * @param variables all environment variables but PATH, which is a usual one unless it is among them
     */
    static Launch of(List<String> command, Path folder, Map<String, String> variables)
            throws IOException, InterruptedException {
        Path stdout = Files.createTempFile(folder, "out", "");
        Path stderr = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile());
        builder.environment().clear();
        builder.environment().putAll(withPath(variables));
        Process process = builder.start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(command + " did not end");
            }
            return new Launch(process.exitValue(), Files.readString(stdout), Files.readString(stderr));
        } finally {
            process.destroyForcibly();
        }
    }

    static Map<String, String> withPath(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(Map.of("PATH", "/usr/local/bin:/usr/bin:/bin"));
        all.putAll(variables);
        return all;
    }
}
