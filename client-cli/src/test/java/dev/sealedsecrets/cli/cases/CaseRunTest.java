package dev.sealedsecrets.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a case fails when the program does something else: each program here is wrong in one way. */
final class CaseRunTest {

    private static final String CASE = "{name: n, area: a, why: w, args: [], %s}";

    @TempDir
    Path folder = Path.of("");

    private List<String> complaints(Program program, String rest) throws IOException, InterruptedException {
        return new CaseRun(program).complaints(CaseReader.read(CASE.formatted(rest)), folder);
    }

    private static Program writing(int status, String stdout, String stderr) {
        return invocation -> new Ending(status, stdout, stderr);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | out |       | {exit: 0, stdout: out}",
                "0 | out |       | {exit: 0, stdoutRegex: 'o.t'}",
                "0 | out |       | {exit: 0, stdoutContains: [u], stdoutExcludes: [x]}",
                "1 |     | error | {exit: 1, stderr: error}",
                "1 |     | error | {exit: 1, stderrRegex: 'err.*'}",
            })
    void whatIsAsTheCaseSaysPasses(int status, String stdout, String stderr, String expect) throws Exception {
        Program program = writing(status, stdout == null ? "" : stdout, stderr == null ? "" : stderr);

        assertThat(complaints(program, "expect: " + expect)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | out |       | {exit: 0, stdout: out}           | exit status: expected 0, got 1",
                "0 | out |       | {exit: 0}                        | stdout differs from line 1",
                "0 |     |       | {exit: 0, stdout: out}           | stdout differs from line 1",
                "0 | out |       | {exit: 0, stdoutRegex: 'o'}      | stdout does not match o",
                "0 | out |       | {exit: 0, stdoutContains: [x]}   | stdout lacks: x",
                "0 | out |       | {exit: 0, stdout: out, stdoutExcludes: [u]} | stdout must not have: u",
                "0 |     | note  | {exit: 0}                        | stderr differs from line 1",
                "1 |     | error | {exit: 1, stderrRegex: 'e'}      | stderr does not match e",
            })
    void whatIsNotAsTheCaseSaysIsTold(int status, String stdout, String stderr, String expect, String complaint)
            throws Exception {
        Program program = writing(status, stdout == null ? "" : stdout, stderr == null ? "" : stderr);

        assertThat(complaints(program, "expect: " + expect))
                .singleElement()
                .asString()
                .startsWith(complaint);
    }

    @Test
    void hintsMayFollowAnErrorButNotASuccess() throws Exception {
        String hinted = "error: e\nhint: one\nhint: two\n";

        assertThat(complaints(writing(1, "", hinted), "expect: {exit: 1, stderr: \"error: e\\n\"}"))
                .isEmpty();
        assertThat(complaints(writing(0, "", "hint: one\n"), "expect: {exit: 0}"))
                .isNotEmpty();
    }

    @Test
    void aHintMustNotLookLikeTheAnswerThatScriptsLookFor() throws Exception {
        String hinted = "error: e\nhint: unable to decrypt it\n";

        assertThat(complaints(writing(1, "", hinted), "expect: {exit: 1, stderr: \"error: e\\n\"}"))
                .isNotEmpty();
    }

    @Test
    void aFileThatIsWrittenChangedOrRemovedMustBeExpected() throws Exception {
        Program program = invocation -> {
            Path work = invocation.workplace().work();
            Files.writeString(work.resolve("new"), "n");
            Files.writeString(work.resolve("changed"), "c");
            Files.delete(work.resolve("removed"));
            return new Ending(0, "", "");
        };

        assertThat(complaints(program, "files: {changed: o, removed: r, kept: k}, expect: {exit: 0}"))
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one).startsWith("unexpected file or change: new"),
                        one -> assertThat(one).startsWith("unexpected file or change: changed"),
                        one -> assertThat(one).isEqualTo("files removed: expected [], got [removed]"));
    }

    @Test
    void expectedFilesAreComparedWithTheirModes() throws Exception {
        String rest = "files: {f: old}, expect: {exit: 0, filesAfter: {f: new}, modes: {f: '0600'}}";

        assertThat(complaints(writing(0, "", ""), rest))
                .containsExactly("file f was not written or not changed", "mode of f: expected 0600, got 0644");
    }

    @Test
    void nothingMayBeLeftInHomeAndTmpdir() throws Exception {
        Program program = invocation -> {
            Files.writeString(Path.of(invocation.variables().get("HOME"), ".cache"), "");
            Files.createDirectory(Path.of(invocation.variables().get("TMPDIR"), "hsperfdata"));
            return new Ending(0, "", "");
        };

        assertThat(complaints(program, "expect: {exit: 0}"))
                .containsExactly("left behind: HOME/.cache", "left behind: TMPDIR/hsperfdata/");
    }

    @Test
    void aProgramThatDoesNotEndFails() throws Exception {
        Program program = invocation -> {
            throw new TimeoutException();
        };

        assertThat(complaints(program, "expect: {exit: 0}")).containsExactly("did not end within 15 seconds");
    }

    @Test
    void anItemThatWasNotSealedAgainIsAnotherThanAFreshOne() throws Exception {
        Program program = invocation -> new Ending(0, read(invocation), "");
        String rest = "stdin: '${seal:ns/s:dg==}', expect: {exit: 0, stdout: '${%s:ns/s:dg==}'}";

        assertThat(complaints(program, rest.formatted("kept"))).isEmpty();
        assertThat(complaints(program, rest.formatted("sealed"))).isNotEmpty();
    }

    @Test
    void theRequestsAreThoseOfTheCaseInItsOrder() throws Exception {
        Program program = invocation -> {
            String server = invocation.arguments().get(0);
            get(server + "/a?q=1%2C2");
            get(server + "/b");
            return new Ending(0, "", "");
        };
        String rest = "cluster: {static: {/a: {body: x}}}, expect: {exit: 0, requests: [%s]}}";

        assertThat(complaints(program, rest, "GET /a?q=1%2c2, GET /b")).isEmpty();
        assertThat(complaints(program, rest, "GET /b, GET /a?q=1%2c2")).isNotEmpty();
        assertThat(complaints(program, rest, "GET /a?q=1%2c2")).isNotEmpty();
        assertThat(complaints(program, rest, "GET /a?q=1%2c2, {request: GET /o, optional: true}, GET /b"))
                .isEmpty();
        assertThat(complaints(program, rest, "{request: GET /a?q=1%2c2, absentHeaders: [X-Stub]}, GET /b"))
                .containsExactly("GET /a?q=1%2c2: header X-Stub must not be sent");
        assertThat(complaints(
                        program, rest, "{request: GET /a?q=1%2c2, headers: {X-Stub: 'n.*', X-No: '?.*'}}, GET /b"))
                .hasSize(1);
        assertThat(complaints(program, rest, "{request: GET /a?q=1%2c2, headers: {X-Stub: ['yes']}}, GET /b"))
                .isEmpty();
        assertThat(complaints(program, rest, "{request: GET /a?q=1%2c2, body: {}}, GET /b"))
                .singleElement()
                .asString()
                .startsWith("GET /a?q=1%2c2: the body is not JSON");
    }

    private List<String> complaints(Program program, String rest, String requests) throws Exception {
        String yaml = "{name: n, area: a, why: w, args: ['${server}'], " + rest.formatted(requests);
        return new CaseRun(program).complaints(CaseReader.read(yaml), folder);
    }

    private static void get(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestProperty("X-Stub", "yes");
        connection.getResponseCode();
    }

    private static String read(Invocation invocation) throws IOException {
        return new String(invocation.stdin().readAllBytes(), StandardCharsets.UTF_8);
    }
}
