package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReadPropertyTest {
    private static final Limits LIMITS = new Limits(10_000, 20, 500, 1_000);

    @Property
    void anyBytesAreDocumentsOrADocumentException(@ForAll byte[] input) {
        readsOrFails(input);
    }

    @Property(tries = 1500)
    void anyTextIsDocumentsOrADocumentException(@ForAll("texts") String text) {
        readsOrFails(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void damagedDocumentsAreDocumentsOrADocumentException(@ForAll("damaged") String text) {
        readsOrFails(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void readsOrFails(byte[] input) {
        try {
            assertThat(Documents.read(input, "x", LIMITS))
                    .allSatisfy(document -> assertThat(document.tree()).isNotNull());
        } catch (DocumentException e) {
            assertThat(e.getMessage()).startsWith("x: document ").doesNotContain("\n");
            assertThat(e.line()).isPositive();
            assertThat(e.number()).isPositive();
        }
    }

    /** Syntax in any order. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "1",
                        " ",
                        "  ",
                        "\n",
                        "\n  ",
                        "- ",
                        "? ",
                        ": ",
                        ":",
                        "#",
                        " #",
                        "&a ",
                        "*a",
                        "!",
                        "!!",
                        "!!str ",
                        "!<x> ",
                        "!e!x ",
                        "%YAML 1.1\n",
                        "%YAML 2.0\n",
                        "%TAG ! x\n",
                        "%",
                        "<<: ",
                        "---",
                        "\n---\n",
                        "...\n",
                        "'",
                        "\"",
                        "\\",
                        "\\x",
                        "\\u12",
                        "|",
                        ">",
                        "|2-\n",
                        "[",
                        "]",
                        "{",
                        "}",
                        ",",
                        "\t",
                        "\r",
                        "\u0000",
                        "\uFEFF",
                        "\u2028",
                        "\uD83D\uDE00",
                        "{\"a\":",
                        "null",
                        "\"a\"",
                        "@",
                        "`")
                .list()
                .ofMaxSize(25)
                .map(pieces -> String.join("", pieces));
    }

    /** A document with a part of it replaced. */
    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<String> documents =
                Trees.mappings().flatMap(tree -> Arbitraries.of(ObjectWriter.toYaml(tree), JsonWriter.indented(tree)));
        return Combinators.combine(
                        documents,
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 3),
                        texts())
                .as((document, place, length, other) -> {
                    int from = (int) (place * document.length());
                    int to = Math.min(document.length(), from + length);
                    return document.substring(0, from) + other + document.substring(to);
                });
    }
}
