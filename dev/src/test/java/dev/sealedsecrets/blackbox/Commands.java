package dev.sealedsecrets.blackbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other processes of a case: further controllers, and kubectl. */
final class Commands {

    /** A word of a shell: quoted pieces, and others without blanks. */
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");

    private static final Pattern QUOTE = Pattern.compile("['\"]");

    private Commands() {}

    static void controller(Fields step) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>();
        step.at("env").map().forEach((name, value) -> environment.put(name, String.valueOf(value)));
        ProcessBuilder builder =
                new ProcessBuilder(ControllerUnderTest.command(step.isOn("inside"), step.texts("args"), environment));
        if (!step.isOn("inside")) {
            builder.environment().keySet().removeIf(name -> name.startsWith("KUBE") || name.startsWith("POD_"));
        }
        double limit = step.seconds("alive_for", step.seconds("within", 30));
        Ended ended = run(builder, "", limit);
        if (step.has("alive_for")) {
            if (!ended.late()) {
                throw new AssertionError(
                        "it ended with " + ended.status() + ", and should have stayed: " + ended.stderr());
            }
            return;
        }
        ended.require(step);
    }

    static void kubectl(Fields step) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("kubectl"));
        Matcher matcher = WORD.matcher(step.text("args"));
        while (matcher.find()) {
            words.add(QUOTE.matcher(matcher.group()).replaceAll(""));
        }
        ProcessBuilder builder = new ProcessBuilder(words);
        if (!step.text("as", "admin").equals("admin")) {
            builder.environment()
                    .put("KUBECONFIG", Objects.requireNonNull(System.getenv("CONTROL_PLANE_VIEWER_KUBECONFIG")));
        }
        run(builder, step.text("stdin", ""), 60).require(step);
    }

    private record Ended(int status, boolean late, String stdout, String stderr) {
        void require(Fields step) {
            if (late) {
                throw new AssertionError("it was still running in the end");
            }
            List<String> found = new ArrayList<>(
                    Differences.between(step.has("exit") ? step.get("exit") : Integer.valueOf(0), status, "exit"));
            if (step.has("stdout")) {
                found.addAll(Differences.between(step.get("stdout"), stdout, "stdout"));
            }
            if (step.has("stderr")) {
                found.addAll(Differences.between(step.get("stderr"), stderr, "stderr"));
            }
            if (!found.isEmpty()) {
                throw new AssertionError(found + "; stderr: " + Differences.shown(stderr));
            }
        }
    }

    private static Ended run(ProcessBuilder builder, String input, double seconds)
            throws IOException, InterruptedException {
        Path stdout = Files.createTempFile("stdout", "");
        Path stderr = Files.createTempFile("stderr", "");
        Path stdin = Files.writeString(Files.createTempFile("stdin", ""), input);
        try {
            Process process = builder.redirectInput(stdin.toFile())
                    .redirectOutput(stdout.toFile())
                    .redirectError(stderr.toFile())
                    .start();
            boolean ended = process.waitFor((long) (seconds * 1000), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroy();
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            }
            return new Ended(
                    process.exitValue(),
                    !ended,
                    Files.readString(stdout, StandardCharsets.UTF_8),
                    Files.readString(stderr, StandardCharsets.UTF_8));
        } finally {
            Files.delete(stdin);
            Files.delete(stdout);
            Files.delete(stderr);
        }
    }
}
