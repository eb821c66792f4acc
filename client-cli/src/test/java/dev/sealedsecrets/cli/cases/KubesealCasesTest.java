package dev.sealedsecrets.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every golden case, with the program inside this process. {@code -Dcases.only=REGEX} chooses by area/name. */
@Execution(ExecutionMode.CONCURRENT)
final class KubesealCasesTest {

    private final List<GoldenCase> cases = CaseReader.readAll(Fixtures.cases());
    private final CaseList pending = CaseList.read("pending.txt", names());
    private final CaseRun run = new CaseRun(new InProcessKubeseal());

    private Set<String> names() {
        return cases.stream().map(GoldenCase::name).collect(Collectors.toSet());
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> everyCaseIsObservedAsItIsWritten(@TempDir Path folder) {
        Predicate<String> wanted =
                Pattern.compile(System.getProperty("cases.only", "")).asPredicate();
        return cases.stream()
                .filter(golden -> wanted.test(golden.title()))
                .map(golden -> DynamicTest.dynamicTest(golden.title(), () -> check(golden, folder)));
    }

    private void check(GoldenCase golden, Path folder) throws IOException, InterruptedException {
        List<String> complaints = run.complaints(golden, Files.createDirectory(folder.resolve(golden.name())));
        if (pending.has(golden)) {
            assertThat(complaints)
                    .as(golden.title() + " is in pending.txt and passes")
                    .isNotEmpty();
            assumeThat(complaints)
                    .as("pending: " + pending.reasons().get(golden.name()))
                    .isEmpty();
        }
        assertThat(complaints).as(golden.title() + ": " + golden.why()).isEmpty();
    }
}
