package dev.sealedsecrets.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputObjectsTest {

    private static final String NOTHING = "no secrets found. Ensure the input is valid and UTF-8 encoded";

    @Test
    void documentsAndListsBecomeObjectsInOrder() throws ClientException {
        InputObjects objects = read("""
                metadata: {name: a}
                ---
                kind: List
                items:
                - metadata: {name: b}
                - kind: SecretList
                  items: [{metadata: {name: c}}]
                ---
                metadata: {name: d}
                """);

        assertThat(objects.secrets())
                .extracting(secret -> secret.metadata().name())
                .containsExactly("a", "b", "c", "d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "---\n---\n", "# nothing\n", "hello", "[1, 2]", "a: [", "{\"a\":"})
    void withoutAnyObjectTheTextIsAlwaysTheSame(String input) {
        assertThatThrownBy(() -> read(input)).hasMessage(NOTHING);
    }

    @Test
    void aMalformedDocumentAmongOthersIsNamed() {
        assertThatThrownBy(() -> read("metadata: {name: a}\n---\nkind: [Secret\n---\nmetadata: {name: b}\n"))
                .hasMessageStartingWith("in: document 2, line ");
    }

    @Test
    void aTextAmongDocumentsIsNamed() {
        assertThatThrownBy(() -> read("metadata: {name: a}\n---\nhello\n").secrets())
                .hasMessageStartingWith("in: document 2, line ");
    }

    @Test
    void anotherKindIsNamed() {
        assertThatThrownBy(() -> read("kind: ConfigMap").secrets()).hasMessageContaining("ConfigMap");
        assertThatThrownBy(() -> read("kind: Secret").sealedSecrets()).hasMessageContaining("Secret");
        assertThatThrownBy(() -> read("kind: Secret").sealedSecretsExactly()).hasMessageContaining("Secret");
    }

    @Test
    void anEmptyListIsAnError() {
        assertThatThrownBy(() -> read("kind: List\nitems: []").secrets())
                .hasMessage("in: document 1, line 1: the list has no items");
        assertThatThrownBy(() -> read("kind: List\nitems: 7").secrets()).hasMessageContaining("items");
    }

    @Test
    void aSingleObjectIsWhatCanBeMergedInto() throws ClientException {
        assertThat(read("metadata: {name: a}")
                        .onlySealedSecretExactly()
                        .metadata()
                        .name())
                .isEqualTo("a");
        assertThatThrownBy(() ->
                        read("metadata: {name: a}\n---\nmetadata: {name: b}").onlySealedSecretExactly())
                .hasMessage("in: expected a single SealedSecret, found 2 documents");
        assertThatThrownBy(() -> read("kind: List\nitems: []").onlySealedSecretExactly())
                .hasMessageContaining("List");
        assertThatThrownBy(() -> read("Metadata: {name: a}\nspec: 7").onlySealedSecretExactly())
                .isInstanceOf(ClientException.class);
    }

    private static InputObjects read(String input) throws ClientException {
        return InputObjects.read(input.getBytes(StandardCharsets.UTF_8), "in");
    }
}
