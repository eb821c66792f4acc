package dev.sealedsecrets.client.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.client.fixtures.Folder;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeconfigFilesTest {

    @TempDir
    Path temporary;

    private Folder folder;

    @BeforeEach
    void chooseFolder() {
        folder = new Folder(temporary);
    }

    @Test
    void withoutVariableTheFileBelowHomeIsRead() throws KubeconfigException {
        folder.write("home/.kube/config", "current-context: mine");

        assertThat(files(Map.of()).read("").currentContext()).isEqualTo("mine");
    }

    @Test
    void noFileAtAllIsAnEmptyKubeconfig() throws KubeconfigException {
        assertThat(files(Map.of()).read("").contexts()).isEmpty();
    }

    @Test
    void filesOfTheVariableAreJoinedAndTheFirstCounts() throws KubeconfigException {
        folder.write("a", "contexts: [{name: x, context: {namespace: first}}]");
        folder.write("b", """
                current-context: x
                contexts:
                - {name: x, context: {namespace: second}}
                - {name: y, context: {namespace: third}}
                """);

        Kubeconfig joined = files(Map.of("KUBECONFIG", String.join(File.pathSeparator, "a", "nofile", "", "b")))
                .read("");

        assertThat(joined.currentContext()).isEqualTo("x");
        assertThat(joined.contexts())
                .containsEntry("x", new ContextEntry("", "", "first"))
                .containsEntry("y", new ContextEntry("", "", "third"));
    }

    @Test
    void anExplicitFileIsReadAlone() throws KubeconfigException {
        folder.write("a", "current-context: a");
        folder.write("b", "current-context: b");

        assertThat(files(Map.of("KUBECONFIG", "b")).read("a").currentContext()).isEqualTo("a");
    }

    @Test
    void anExplicitFileMustExist() {
        assertThatThrownBy(() -> files(Map.of()).read("nofile"))
                .hasMessage("cannot read kubeconfig nofile: no such file or directory");
    }

    @Test
    void anEmptyFileIsAnEmptyKubeconfig() throws KubeconfigException {
        folder.write("a", "");

        assertThat(files(Map.of()).read("a").users()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clusters: {a: b} | clusters: expected a list, found a mapping",
                "users: [{name: u, user: {token: [5]}}] | user.token: expected text, found a list",
                "contexts: [x] | contexts: expected a mapping, found text",
                "clusters: [{cluster: {insecure-skip-tls-verify: x}}] | expected a boolean, found text",
                "users: [{user: {exec: {args: [1]}}}] | expected a list of texts, found a number",
                "[1, 2] | the document: expected a mapping, found a list",
                "'a: [' | malformed",
            })
    void aFaultIsNamedWithItsFile(String content, String problem) {
        folder.write("broken", content);

        assertThatThrownBy(() -> files(Map.of()).read("broken"))
                .hasMessageStartingWith("error loading config file")
                .hasMessageContaining("broken")
                .hasMessageContaining(problem)
                .satisfies(
                        e -> assertThat(((KubeconfigException) e).isMissing()).isFalse());
    }

    @Test
    void numbersAndBooleansInPlaceOfTextCountAsWritten() throws KubeconfigException {
        folder.write("a", "users: [{name: y, user: {username: 007, password: yes}}]");

        assertThat(files(Map.of()).read("a").users())
                .hasEntrySatisfying(
                        "y", user -> assertThat(user.credentials()).isEqualTo(new Credentials("", "007", "yes")));
    }

    @Test
    void aFolderIsNoKubeconfig() {
        assertThatThrownBy(() -> files(Map.of()).read(".")).hasMessageContaining("cannot read kubeconfig .");
    }

    private KubeconfigFiles files(Map<String, String> variables) {
        return new KubeconfigFiles(folder.surroundings(variables));
    }
}
