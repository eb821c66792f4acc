package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.resource.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a mapping, read by name; a missing field and null are the empty value. Unknown fields are not looked at. */
final class Fields {

    private static final Map<String, Tree> NONE = Map.of();

    private final String path;
    private final Map<String, Tree> entries;

    private Fields(String path, Map<String, Tree> entries) {
        this.path = path;
        this.entries = entries;
    }

    /**
     * The fields of a value that must be a mapping or null.
     *
     * @param path what the value is called in messages; empty for a whole document
     */
    static Fields of(String path, @Nullable Tree value) throws WrongShape {
        if (value == null || value instanceof Tree.Null) {
            return new Fields(path, NONE);
        }
        if (value instanceof Tree.Mapping mapping) {
            return new Fields(path, mapping.entries());
        }
        throw new WrongShape(path.isEmpty() ? "the document" : path, "a mapping", value);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    Map<String, Tree> entries() {
        return entries;
    }

    Fields mapping(String name) throws WrongShape {
        return of(child(name), entries.get(name));
    }

    /** A text; an unquoted number or boolean counts as what is written. */
    String text(String name) throws WrongShape {
        @Nullable Tree value = entries.get(name);
        if (value == null || value instanceof Tree.Null) {
            return "";
        }
        if (value instanceof Tree.Text text) {
            return text.value();
        }
        if (value instanceof Tree.Numeral numeral) {
            return numeral.written();
        }
        if (value instanceof Tree.Bool bool) {
            return bool.written();
        }
        throw new WrongShape(child(name), "text", value);
    }

    boolean isTrue(String name) throws WrongShape {
        @Nullable Tree value = entries.get(name);
        if (value == null || value instanceof Tree.Null) {
            return false;
        }
        if (value instanceof Tree.Bool bool) {
            return bool.value();
        }
        throw new WrongShape(child(name), "a boolean", value);
    }

    List<Tree> items(String name) throws WrongShape {
        @Nullable Tree value = entries.get(name);
        if (value == null || value instanceof Tree.Null) {
            return List.of();
        }
        if (value instanceof Tree.Sequence sequence) {
            return sequence.items();
        }
        throw new WrongShape(child(name), "a list", value);
    }

    List<String> texts(String name) throws WrongShape {
        List<String> texts = new ArrayList<>();
        for (Tree item : items(name)) {
            if (!(item instanceof Tree.Text text)) {
                throw new WrongShape(child(name), "a list of texts", item);
            }
            texts.add(text.value());
        }
        return texts;
    }

    private String child(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** A value of another kind than its field takes; the message names the field and the kinds, never the value. */
    static final class WrongShape extends Exception {
        private static final long serialVersionUID = 1L;

        WrongShape(String path, String expected, Tree found) {
            super(path + ": expected " + expected + ", found " + found.describe());
        }
    }
}
