package dev.sealedsecrets.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The golden cases that depend on the process, with the built executable. {@code -Dcases.executable=REGEX} chooses others by area/name. */
@Execution(ExecutionMode.CONCURRENT)
final class KubesealExecutableIT {

    private final List<GoldenCase> cases = CaseReader.readAll(Fixtures.cases());
    private final CaseList listed =
            CaseList.read("executable.txt", cases.stream().map(GoldenCase::name).collect(Collectors.toSet()));
    private final CaseRun run = new CaseRun(new ExecutableKubeseal(Executable.path()));

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> theExecutableIsObservedAsTheCasesAreWritten(@TempDir Path folder) {
        String chosen = System.getProperty("cases.executable", "");
        Predicate<GoldenCase> wanted = chosen.isEmpty()
                ? listed::has
                : golden -> Pattern.compile(chosen).matcher(golden.title()).find();
        return cases.stream()
                .filter(wanted)
                .map(golden -> DynamicTest.dynamicTest(golden.title(), () -> check(golden, folder)));
    }

    private void check(GoldenCase golden, Path folder) throws IOException, InterruptedException {
        if (golden.stdinIsTerminal()) {
            assumeThat(Path.of("/usr/bin/script"))
                    .as("script(1), which makes the terminal")
                    .isExecutable();
        }
        assertThat(run.complaints(golden, Files.createDirectory(folder.resolve(golden.name()))))
                .as(golden.title() + ": " + golden.why())
                .isEmpty();
    }
}
