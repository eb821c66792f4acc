package dev.sealedsecrets.cli.cases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs cases, each in surroundings of its own. Threads may run cases at the same time. */
final class CaseRun {

    private final Program program;
    private final Envelope envelope = new Envelope(
            Stream.of("main", "second", "third", "rsa2048").map(TestKey::of).toList());

    CaseRun(Program program) {
        this.program = program;
    }

    /**
     * Runs a case once.
     *
     * @param folder empty; left to the caller to remove
     * @return what is not as the case expects it; empty if the case passes
     */
    List<String> complaints(GoldenCase golden, Path folder) throws IOException, InterruptedException {
        try {
            return Verdict.complaints(golden.expectation(), observe(golden, Workplace.in(folder)));
        } catch (TimeoutException e) {
            return List.of("did not end within " + Program.SECONDS + " seconds");
        }
    }

    private Observation observe(GoldenCase golden, Workplace workplace)
            throws IOException, InterruptedException, TimeoutException {
        if (golden.cluster().isEmpty()) {
            return observe(golden, workplace, null);
        }
        try (StubApi stub = new StubApi(golden.cluster().get().tls())) {
            return observe(golden, workplace, stub);
        }
    }

    private Observation observe(GoldenCase golden, Workplace workplace, @Nullable StubApi stub)
            throws IOException, InterruptedException, TimeoutException {
        Optional<StubApi> server = Optional.ofNullable(stub);
        Placeholders placeholders = new Placeholders(
                envelope,
                workplace,
                server.map(StubApi::url),
                golden.expectation().labels());
        workplace.prepare(golden, placeholders::expand);
        Map<String, String> variables = variables(workplace);
        if (stub != null && golden.cluster().isPresent()) {
            ClusterSpec cluster = golden.cluster().get();
            stub.start(cluster.answers(), placeholders::expand);
            Files.writeString(workplace.kubeconfig(), placeholders.expand(cluster.kubeconfig()));
            variables.put("KUBECONFIG", workplace.kubeconfig().toString());
        }
        golden.variables().forEach((name, value) -> variables.put(name, placeholders.expand(value)));
        Invocation invocation = new Invocation(
                golden.arguments().stream().map(placeholders::expand).toList(),
                new ByteArrayInputStream(golden.stdin().bytes(placeholders::expand)),
                golden.stdinIsTerminal(),
                variables,
                workplace);

        FolderState before = FolderState.of(workplace.work());
        FolderState homeBefore = FolderState.of(workplace.home());
        Ending ending = program.run(invocation);
        FolderState after = FolderState.of(workplace.work());

        Map<String, String> changed = after.changesSince(before);
        changed.replaceAll((name, text) -> placeholders.collapse(text));
        Set<String> removed = new TreeSet<>(before.contents().keySet());
        removed.removeAll(after.contents().keySet());
        List<String> stray = new ArrayList<>();
        FolderState.of(workplace.home()).changesSince(homeBefore).keySet().forEach(name -> stray.add("HOME/" + name));
        FolderState.of(workplace.temporary()).contents().keySet().forEach(name -> stray.add("TMPDIR/" + name));
        return new Observation(
                new Ending(
                        ending.exitStatus(),
                        placeholders.collapse(ending.stdout()),
                        placeholders.collapse(ending.stderr())),
                changed,
                removed,
                after.modes(),
                stray,
                server.map(StubApi::requests).orElse(List.of()).stream()
                        .map(request -> new ReceivedRequest(
                                request.line(), request.headers(), placeholders.collapse(request.body())))
                        .toList());
    }

    private static Map<String, String> variables(Workplace workplace) {
        return new HashMap<>(Map.of(
                "PATH", "/usr/local/bin:/usr/bin:/bin",
                "HOME", workplace.home().toString(),
                "TMPDIR", workplace.temporary().toString(),
                "LANG", "C.UTF-8",
                "TZ", "UTC"));
    }
}
