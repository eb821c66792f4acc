package dev.sealedsecrets.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON or YAML value. Scalars that are no text remember the text as written, so that {@code 1.10} or {@code yes} can be
 * told from what a parser would make of them. Immutable; equal if written alike.
 *
 * <p>Guarantees: {@code toString} shows the kind of a value, never its contents.
 */
public sealed interface Tree {
    /** What this is, for messages: {@code a mapping}, {@code a list}, {@code text}, {@code a number} … */
    String describe();

    /** Keys in the order of the input, each with a value. */
    record Mapping(Map<String, Tree> entries) implements Tree {
        private static final Mapping EMPTY = new Mapping(Map.of());

        /** Copies the entries, in their order. */
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String describe() {
            return "a mapping";
        }

        @Override
        public String toString() {
            return describe();
        }
    }

    /** A list of values. */
    record Sequence(List<Tree> items) implements Tree {
        /** Copies the items. */
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String describe() {
            return "a list";
        }

        @Override
        public String toString() {
            return describe();
        }
    }

    /** A string. */
    record Text(String value) implements Tree {
        @Override
        public String describe() {
            return "text";
        }

        @Override
        public String toString() {
            return describe();
        }
    }

    /** A number: an integer of any base or a floating point number, as YAML 1.1 or JSON have them. */
    record Numeral(String written) implements Tree {
        @Override
        public String describe() {
            return "a number";
        }

        @Override
        public String toString() {
            return describe();
        }
    }

    /** A boolean; written {@code true}, but in YAML 1.1 also {@code yes}, {@code On}, {@code n} and so on. */
    record Bool(boolean value, String written) implements Tree {
        @Override
        public String describe() {
            return "a boolean";
        }

        @Override
        public String toString() {
            return describe();
        }
    }

    /** The null value; written {@code null}, {@code ~} or not at all. */
    record Null(String written) implements Tree {
        @Override
        public String describe() {
            return "null";
        }

        @Override
        public String toString() {
            return describe();
        }
    }

    /** The mapping without entries. */
    static Mapping emptyMapping() {
        return Mapping.EMPTY;
    }

    /** A string value. */
    static Text text(String value) {
        return new Text(value);
    }

    /** An integer in decimal digits. */
    static Numeral number(long value) {
        return new Numeral(Long.toString(value));
    }

    /** {@code true} or {@code false}. */
    static Bool bool(boolean value) {
        return new Bool(value, value ? "true" : "false");
    }

    /** A mapping from texts to texts. */
    static Mapping texts(Map<String, String> entries) {
        Map<String, Tree> copy = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            copy.put(entry.getKey(), text(entry.getValue()));
        }
        return new Mapping(copy);
    }

    /** A list of texts. */
    static Sequence texts(List<String> items) {
        List<Tree> copy = new ArrayList<>(items.size());
        for (String item : items) {
            copy.add(text(item));
        }
        return new Sequence(copy);
    }
}
