package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a b",
                "-a",
                "?a",
                ":a",
                "=",
                "NaN",
                "inf",
                "a#",
                "a:b",
                "é日",
                "a\u00A0b",
                "--",
                "v1.2.3",
                "\uE000"
            })
    void plain(String text) {
        assertThat(written(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " a", "a ", "- x", "? x", "-", "?", "a: b", "a:", ":", "a #b", "---", "...", "---a", "!a", "&a", "*a",
                "%a", "@a", "`a", "\"a", "#a", ",a", "[a", "]a", "{a", "}a", "|a", ">a"
            })
    void singleQuoted(String text) {
        assertThat(written(text)).isEqualTo("'" + text + "'");
    }

    @Test
    void quoteInSingleQuotesIsDoubled() {
        assertThat(written("'it''s: ")).isEqualTo("'''it''''s: '");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yes", "N", "null", "~", "1", "0o7", "1_000", "12:30", "2001-01-01", ".inf", "1e3", "<<"})
    void doubleQuotedBecauseOfTheType(String text) {
        assertThat(written(text)).isEqualTo("\"" + text + "\"");
    }

    @Test
    void escapesInDoubleQuotes() {
        assertThat(written(
                        "\u0000\u0007\b\t\u000B\f\r\u001B\u0001\u007F\"\\\u0085\u2028\u2029\uFEFF\uFFFE\uD83D\uDE00é"))
                .isEqualTo("\"\\0\\a\\b\\t\\v\\f\\r\\e\\x01\\x7F\\\"\\\\\\N\\u2028\\u2029\\uFEFF\\uFFFE\\U0001F600é\"");
    }

    @Test
    void literalBlocks() {
        assertThat(written("a\nb")).isEqualTo("|-\n  a\n  b");
        assertThat(written("a\nb\n")).isEqualTo("|\n  a\n  b");
        assertThat(written("a\n\n")).isEqualTo("|+\n  a\n");
        assertThat(written("\n")).isEqualTo("|2+\n");
        assertThat(written("\na")).isEqualTo("|2-\n\n  a");
        assertThat(written(" a\nb")).isEqualTo("|2-\n   a\n  b");
        assertThat(written("a\n b\n\nc: d # e")).isEqualTo("|-\n  a\n   b\n\n  c: d # e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a \nb", "a\nb ", "a\n\tb", "a\n\u0085"})
    void noLiteralBlockWhereBlanksWouldBeLost(String text) {
        assertThat(written(text)).startsWith("\"").doesNotContain("\n");
    }

    @Test
    void foldingReplacesALoneBlankOnceColumn80IsPassed() {
        String word = "x".repeat(78);

        assertThat(written(word + " yyyy zz")).isEqualTo(word + "\n  yyyy zz");
        assertThat(written(word + "  yy zz")).isEqualTo(word + "  yy\n  zz");
        assertThat(written("x".repeat(77) + " yy")).isEqualTo("x".repeat(77) + " yy");
        assertThat(written(word + ": yyyy")).isEqualTo("'" + word + ":\n  yyyy'");
        assertThat(written(word + "\t yyyy")).isEqualTo("\"" + word + "\\t\n  yyyy\"");
        assertThat(written(word + "\t  yyyy")).isEqualTo("\"" + word + "\\t\n  \\ yyyy\"");
        assertThat(written(word + ": ")).isEqualTo("'" + word + ": '");
    }

    @Test
    void keysFollowTheSameRulesAndAreNotFolded() {
        String key = "x".repeat(90) + " y";

        assertThat(ObjectWriter.toYaml(Tree.texts(Map.of(key, "", "yes", "", "- a", ""))))
                .isEqualTo("---\n'- a': \"\"\n" + key + ": \"\"\n\"yes\": \"\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\u0085b", "a\u2028b"})
    void keyWithALineBreakHasAQuestionMark(String key) {
        assertThat(ObjectWriter.toYaml(Tree.texts(Map.of(key, "v"))))
                .startsWith("---\n? ")
                .endsWith("\n: v\n");
    }

    @Test
    void keyLongerThan128BytesHasAQuestionMark() {
        assertThat(ObjectWriter.toYaml(Tree.texts(Map.of("é".repeat(64), "v"))))
                .startsWith("---\né")
                .endsWith("é: v\n");
        assertThat(ObjectWriter.toYaml(Tree.texts(Map.of("é".repeat(64) + "e", "v"))))
                .startsWith("---\n? é")
                .endsWith("e\n: v\n");
    }

    @Test
    void collectionsInEachOther() {
        Tree.Mapping inner = Tree.texts(Map.of("a", "1", "b", "2"));
        Tree.Sequence list =
                new Tree.Sequence(List.of(inner, new Tree.Sequence(List.of(Tree.text("x"), inner)), Tree.text("l\n")));

        assertThat(ObjectWriter.toYaml(new Tree.Mapping(
                        Map.of("k", list, "l\nm", list, "n\no", inner, "e", new Tree.Sequence(List.of())))))
                .isEqualTo("""
                        ---
                        e: []
                        k:
                        - a: "1"
                          b: "2"
                        - - x
                          - a: "1"
                            b: "2"
                        - |
                          l
                        ? |-
                          l
                          m
                        : - a: "1"
                            b: "2"
                          - - x
                            - a: "1"
                              b: "2"
                          - |
                            l
                        ? |-
                          n
                          o
                        : a: "1"
                          b: "2"
                        """);
    }

    @Test
    void otherScalarsAreWrittenAsJson() {
        assertThat(ObjectWriter.toYaml((Tree.Mapping) Yaml.tree("{a: yes, b: 0x10, c: ~}")))
                .isEqualTo("---\na: true\nb: 16\nc: null\n");
    }

    @Test
    void emptyDocument() {
        assertThat(ObjectWriter.toYaml(Tree.emptyMapping())).isEqualTo("---\n{}\n");
    }

    /** The text of a value below a key of one character, without the line feed at its end. */
    private static String written(String text) {
        String yaml = ObjectWriter.toYaml(Tree.texts(Map.of("k", text)));
        assertThat(yaml).startsWith("---\nk: ").endsWith("\n");
        assertThat(Yaml.tree(yaml)).isEqualTo(Tree.texts(Map.of("k", text)));
        return yaml.substring("---\nk: ".length(), yaml.length() - 1);
    }
}
