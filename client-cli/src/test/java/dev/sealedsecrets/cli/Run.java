package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.fixtures.Folder;
import dev.sealedsecrets.client.fixtures.TestKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A run of kubeseal in a folder, and what came of it. */
final class Run {

    private final Folder folder;
    private final Map<String, String> variables = new HashMap<>();
    private InputStream stdin = InputStream.nullInputStream();
    private boolean terminals;
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private OutputStream stdoutTarget = stdout;

    Run(Folder folder) {
        this.folder = folder;
    }

    Run stdin(String text) {
        return stdin(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    Run stdin(InputStream stream) {
        stdin = stream;
        return this;
    }

    Run stdout(OutputStream stream) {
        stdoutTarget = stream;
        return this;
    }

    Run variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Run onTerminals() {
        terminals = true;
        return this;
    }

    Result with(String... arguments) {
        CommandEnvironment environment = new CommandEnvironment(
                stdin,
                stdoutTarget,
                stderr,
                variables,
                folder.path(),
                folder.path().resolve("home"),
                terminals,
                terminals,
                TestKey.clock(),
                new SecureRandom());
        int status = new Kubeseal(environment).run(List.of(arguments));
        return new Result(status, stdout.toString(StandardCharsets.UTF_8), stderr.toString(StandardCharsets.UTF_8));
    }

    /** What a run came to. */
    record Result(int status, String stdout, String stderr) {}
}
