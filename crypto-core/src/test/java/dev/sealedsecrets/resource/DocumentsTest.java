package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    private static final Tree A_IS_B = new Tree.Mapping(Map.of("a", Tree.text("b")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b",
                "a: b\n",
                "\uFEFFa: b\n",
                "a: b\r\n",
                "---\na: b\n",
                "--- # comment\na: b\n...\n",
                "%YAML 1.1\n---\na: b\n",
                "# only a comment\n---\n---\n\n---\na: b\n---\n# nothing\n---\n",
                "{\"a\": \"b\"}",
                " \n\t{\"a\":\"b\"}\n",
                "{a: b}\n",
                "{\"a\": \"b\"} # JSON has no comments\n",
                "a: \"\\x62\"\n"
            })
    void oneDocumentInAnyDress(String text) {
        assertThat(Yaml.tree(text)).isEqualTo(A_IS_B);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"b\"}{\"a\":\"b\"}",
                "{\"a\":\"b\"}\n\n{\"a\":\"b\"}\n",
                "a: b\n---\na: b\n",
                "a: b\r\n---\r\na: b\r\n",
                "a: b\n...\n---\na: b\n",
                "{\"a\":\"b\"}\n---\n{\"a\":\"b\"}\n",
            })
    void severalDocuments(String text) {
        assertThat(Yaml.documents(text)).extracting(Document::tree).containsExactly(A_IS_B, A_IS_B);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF", "# nothing\n", "---\n", "---\n---\n...\n"})
    void nothingIsNoDocument(String text) {
        assertThat(Yaml.documents(text)).isEmpty();
    }

    @Test
    void documentsKnowWhereTheyStand() {
        List<Document> documents = Yaml.documents("# x\na: b\n---\n---\n\n- c\n");

        assertThat(documents).extracting(Document::number).containsExactly(1, 2);
        assertThat(documents).extracting(Document::line).containsExactly(2, 6);
        assertThat(documents).extracting(Document::source).containsOnly("in.yaml");
    }

    @Test
    void jsonDocumentsKnowWhereTheyStand() {
        List<Document> documents = Yaml.documents("{}\n\n\n{}");

        assertThat(documents).extracting(Document::number).containsExactly(1, 2);
        assertThat(documents).extracting(Document::line).containsExactly(1, 4);
    }

    @Test
    void malformedDocumentAmongGoodOnesIsNamed() {
        DocumentException e = failure("a: b\n---\nc: d\n---\ne: [hunter2\n---\nf: g\n");

        assertThat(e).hasMessage("in.yaml: document 3, line 6: malformed YAML");
        assertThat(e.isMalformedAlone()).isFalse();
        assertThat(e.number()).isEqualTo(3);
        assertThat(e.line()).isEqualTo(6);
        assertThat(e.source()).isEqualTo("in.yaml");
    }

    @Test
    void malformedJsonAmongGoodOnesIsNamed() {
        DocumentException e = failure("{}\n{}\n{\"kind\":\n");

        assertThat(e).hasMessageStartingWith("in.yaml: document 3, line ").hasMessageEndingWith(": malformed JSON");
        assertThat(e.isMalformedAlone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} text", "{}5", "{}[1]", "{}{\"a\":}", "{\"a\":1}x: y\n"})
    void nothingButObjectsMayFollowAnObject(String text) {
        assertThat(failure(text)).hasMessageEndingWith("malformed JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [b\n", "\ta: b\n", "a: b: c\n", "{\"a\":", "a: 'b\n", "a: \u0001\n", "---\na: [b\n"})
    void malformedTextAloneIsToldFromOther(String text) {
        assertThat(failure(text).isMalformedAlone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [b\n---\na: b\n", "a: b\n---\na: [b\n", "a: \u0001\n---\na: b\n"})
    void malformedTextBesideAnotherDocumentIsNotAlone(String text) {
        assertThat(failure(text).isMalformedAlone()).isFalse();
    }

    @Test
    void textThatIsNotUtf8IsRefusedWithItsLine() {
        byte[] input = "a: b\nc: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Documents.read(input, "in.yaml", Limits.DEFAULT))
                .hasMessage("in.yaml: document 1, line 2: not UTF-8");
    }

    @Test
    void replacementCharacterItselfIsText() {
        assertThat(Yaml.tree("a: \uFFFD")).isEqualTo(new Tree.Mapping(Map.of("a", Tree.text("\uFFFD"))));
    }

    @Test
    void controlCharacterIsRefusedWithDocumentAndLine() {
        assertThat(failure("a: b\n---\nc: d\n---\ne:\n  f: \u0001\n"))
                .hasMessage("in.yaml: document 3, line 6: a character that YAML does not allow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: \"\\ud83d\"", "{\"a\":\"\\ud83d\"}", "\"\\ude00\": 1"})
    void halfASurrogatePairIsRefused(String text) {
        assertThat(failure(text)).hasMessageEndingWith("half a surrogate pair in a text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"\\ude00\":1}", "{\"\\ud83dx\":1}"})
    void halfASurrogatePairInANameOfJsonIsRefused(String text) {
        assertThat(failure(text)).hasMessageEndingWith("malformed JSON");
    }

    @Test
    void escapedSurrogatePairsAreOneCharacter() {
        Tree expected = new Tree.Mapping(Map.of("a", Tree.text("\uD83D\uDE00")));

        assertThat(Yaml.tree("{\"a\":\"\\ud83d\\ude00\"}")).isEqualTo(expected);
        assertThat(Yaml.tree("a: \"\\ud83d\\ude00\"")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: c\na: b\n", "{\"a\":\"c\",\"a\":\"b\"}"})
    void lastOfDuplicateKeysCounts(String text) {
        assertThat(Yaml.tree(text)).isEqualTo(A_IS_B);
    }

    @Test
    void jsonScalarsKeepTheirText() {
        assertThat(Yaml.tree("{\"a\":[1.10,-0,1e3,true,false,null,\"x\",[],{}]}"))
                .extracting("entries", InstanceOfAssertFactories.MAP)
                .containsEntry(
                        "a",
                        new Tree.Sequence(List.of(
                                new Tree.Numeral("1.10"),
                                new Tree.Numeral("-0"),
                                new Tree.Numeral("1e3"),
                                Tree.bool(true),
                                Tree.bool(false),
                                new Tree.Null("null"),
                                Tree.text("x"),
                                new Tree.Sequence(List.of()),
                                Tree.emptyMapping())));
    }

    private static DocumentException failure(String text) {
        try {
            throw new AssertionError("reads: " + Yaml.read(text));
        } catch (DocumentException e) {
            return e;
        }
    }
}
