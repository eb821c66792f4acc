package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
    @ParameterizedTest
    @ValueSource(strings = {"List", "SecretList", "SealedSecretList"})
    void listsAreKnownByTheirKind(String kind) throws DecodeException {
        Document document = document("kind: " + kind + "\nitems: [{a: b}, {c: d}]\n");

        assertThat(document.isList()).isTrue();
        assertThat(document.items())
                .containsExactly(
                        new Document("in.yaml", 1, 1, Yaml.tree("{a: b}")),
                        new Document("in.yaml", 1, 1, Yaml.tree("{c: d}")));
    }

    @Test
    void otherObjectsAreNoLists() throws DecodeException {
        assertThat(document("kind: Secret\n").isList()).isFalse();
        assertThat(document("KIND: Secret\n").kind()).isEqualTo("Secret");
        assertThat(document("a: b\n").kind()).isEmpty();
    }

    @Test
    void listWithoutItemsHasNone() throws DecodeException {
        assertThat(document("kind: List\n").items()).isEmpty();
        assertThatThrownBy(() -> document("kind: List\nitems: a\n").items())
                .hasMessage("items: expected a list, found text");
    }

    @Test
    void textHasNoKind() {
        assertThatThrownBy(() -> document("hello world\n").isList()).hasMessage("expected a mapping, found text");
    }

    private static Document document(String text) {
        return Yaml.documents(text).get(0);
    }
}
