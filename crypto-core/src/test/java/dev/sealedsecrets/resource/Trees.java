package dev.sealedsecrets.resource;

import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary trees, with texts that are hard on readers and writers. */
final class Trees {
    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "0",
            "10",
            "007",
            "_",
            "-",
            "---",
            "...",
            ".",
            ":",
            ": ",
            " #",
            "#",
            " ",
            "  ",
            "?",
            "? ",
            "!",
            "&",
            "*",
            "%",
            "@",
            "`",
            "'",
            "\"",
            "[",
            "]",
            "{",
            "}",
            ",",
            "|",
            ">",
            "\n",
            "\n\n",
            " \n",
            "\n ",
            "\t",
            "\r",
            "\u0000",
            "\u007F",
            "\u0085",
            "\u00A0",
            "é",
            "日",
            "\u2028",
            "\uFEFF",
            "\uFFFD",
            "\uD83D\uDE00",
            "<<",
            "yes",
            "null",
            "~",
            "1e3",
            "12:30",
            "2001-01-02",
            "\\",
            "=",
            "lorem ipsum dolor sit amet ");

    private static final List<String> FIELDS = List.of(
            "apiVersion",
            "kind",
            "metadata",
            "spec",
            "status",
            "data",
            "stringData",
            "type",
            "immutable",
            "template",
            "encryptedData",
            "name",
            "namespace",
            "labels",
            "annotations",
            "ownerReferences",
            "finalizers",
            "managedFields",
            "fieldsV1",
            "generation",
            "deletionGracePeriodSeconds",
            "controller",
            "items",
            "DATA",
            "Kind");

    private Trees() {}

    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(PIECES).list().ofMaxSize(30).map(pieces -> String.join("", pieces)),
                Arbitraries.of(PIECES).list().ofMaxSize(3).map(pieces -> String.join("", pieces)),
                Arbitraries.strings().withChars("0123456789_:.-+eExobT Z").ofMaxLength(12));
    }

    /** Scalars as JSON writes them. */
    static Arbitrary<Tree> scalars() {
        return Arbitraries.oneOf(
                texts().map(Tree::text),
                Arbitraries.of(
                        Tree.bool(true),
                        Tree.bool(false),
                        new Tree.Null("null"),
                        new Tree.Numeral("1.50"),
                        new Tree.Numeral("-1e3")),
                Arbitraries.longs().map(Tree::number));
    }

    static Arbitrary<Tree.Mapping> mappings() {
        return mappings(texts(), 3);
    }

    /** Trees that look like objects of the API, with a value of any type anywhere. */
    static Arbitrary<Tree> objects() {
        Arbitrary<String> names = Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.of(FIELDS)), Tuple.of(1, texts()));
        return trees(names, 5);
    }

    private static Arbitrary<Tree.Mapping> mappings(Arbitrary<String> keys, int depth) {
        return Combinators.combine(
                        keys.list().uniqueElements().ofMaxSize(5),
                        trees(keys, depth - 1).list().ofSize(5))
                .as((names, values) -> {
                    LinkedHashMap<String, Tree> entries = new LinkedHashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        entries.put(names.get(i), values.get(i));
                    }
                    return new Tree.Mapping(entries);
                });
    }

    private static Arbitrary<Tree> trees(Arbitrary<String> keys, int depth) {
        if (depth <= 0) {
            return scalars();
        }
        Arbitrary<Tree> mappings = mappings(keys, depth).map(mapping -> mapping);
        Arbitrary<Tree> sequences = trees(keys, depth - 2).list().ofMaxSize(4).map(Tree.Sequence::new);
        return Arbitraries.frequencyOf(Tuple.of(3, scalars()), Tuple.of(3, mappings), Tuple.of(1, sequences));
    }
}
