package dev.sealedsecrets.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one mapping, read by name and type. A field that is absent or null reads as empty, as null or as no fields. A
 * value of another type is a {@link DecodeException} with its path.
 */
final class Fields {
    private final Tree.Mapping mapping;
    private final Place place;
    private final Decoding decoding;

    private Fields(Tree.Mapping mapping, Place place, Decoding decoding) {
        this.mapping = mapping;
        this.place = place;
        this.decoding = decoding;
    }

    /** The fields of a value that must be a mapping. */
    static Fields of(Tree tree, Place place, Decoding decoding) throws DecodeException {
        if (tree instanceof Tree.Mapping mapping) {
            return new Fields(mapping, place, decoding);
        }
        throw wrongType(place, "a mapping", tree);
    }

    /** Refuses an object of another kind or version. Both may be missing. */
    void requireKind(String apiVersion, String kind) throws DecodeException {
        requireText("kind", kind);
        requireText("apiVersion", apiVersion);
    }

    private void requireText(String name, String expected) throws DecodeException {
        String found = text(name);
        if (!found.isEmpty() && !found.equals(expected)) {
            throw new DecodeException(placeOf(name), "expected " + expected + ", found " + OneLine.of(found));
        }
    }

    /** The value of a field; null if it is absent or null. */
    @Nullable
    Tree value(String name) throws DecodeException {
        Tree found = mapping.entries().get(name);
        if (decoding.ignoresCase()) {
            found = anyCase(name, found);
        }
        return found instanceof Tree.Null ? null : found;
    }

    private @Nullable Tree anyCase(String name, @Nullable Tree exact) throws DecodeException {
        Tree found = exact;
        for (Map.Entry<String, Tree> entry : mapping.entries().entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name) && !entry.getKey().equals(name)) {
                if (found != null) {
                    throw new DecodeException(placeOf(name), "given twice, as " + entry.getKey() + " too");
                }
                found = entry.getValue();
            }
        }
        return found;
    }

    String text(String name) throws DecodeException {
        Tree value = value(name);
        return value == null ? "" : textOf(value, place, name);
    }

    /** A text; null if it is empty. */
    @Nullable
    String textOrNull(String name) throws DecodeException {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    @Nullable
    Boolean bool(String name) throws DecodeException {
        Tree value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Tree.Bool bool) {
            return bool.value();
        }
        throw wrongType(placeOf(name), "a boolean", value);
    }

    @Nullable
    Long integer(String name) throws DecodeException {
        Tree value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Tree.Numeral number) {
            Long integer = Numbers.toLong(number.written());
            if (integer != null) {
                return integer;
            }
        }
        throw wrongType(placeOf(name), "an integer of 64 bits", value);
    }

    /** A map of texts. */
    Map<String, String> texts(String name) throws DecodeException {
        Map<String, String> texts = new LinkedHashMap<>();
        Place at = placeOf(name);
        for (Map.Entry<String, Tree> entry : entries(name, "a map of strings").entrySet()) {
            Tree value = entry.getValue();
            texts.put(entry.getKey(), value instanceof Tree.Null ? "" : textOf(value, at, entry.getKey()));
        }
        return texts;
    }

    /** The entries of a field that must be a mapping, nulls included. */
    Map<String, Tree> entries(String name, String expected) throws DecodeException {
        Tree value = value(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Tree.Mapping entries) {
            return entries.entries();
        }
        throw wrongType(placeOf(name), expected, value);
    }

    /** The fields of a field that must be a mapping. */
    Fields object(String name) throws DecodeException {
        Tree value = value(name);
        return of(value == null ? Tree.emptyMapping() : value, placeOf(name), decoding);
    }

    /** The fields of each item of a list of mappings. */
    List<Fields> objects(String name) throws DecodeException {
        List<Tree> items = items(name);
        List<Fields> objects = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            objects.add(of(items.get(i), placeOf(name).item(i), decoding));
        }
        return objects;
    }

    List<String> textList(String name) throws DecodeException {
        List<Tree> items = items(name);
        List<String> texts = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            texts.add(textOf(items.get(i), placeOf(name).item(i)));
        }
        return texts;
    }

    /** The items of a field that must be a list. */
    List<Tree> items(String name) throws DecodeException {
        Tree value = value(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Tree.Sequence sequence) {
            return sequence.items();
        }
        throw wrongType(placeOf(name), "a list", value);
    }

    /** A value as it is, numbers in the form of JSON; null if it is absent or null. */
    @Nullable
    Tree json(String name) throws DecodeException {
        Tree value = value(name);
        return value == null ? null : JsonForm.of(value, placeOf(name));
    }

    Place placeOf(String name) {
        return place.field(name);
    }

    private String textOf(Tree value, Place parent, String name) throws DecodeException {
        return value instanceof Tree.Text text ? text.value() : textOf(value, parent.field(name));
    }

    private String textOf(Tree value, Place at) throws DecodeException {
        if (value instanceof Tree.Text text) {
            return text.value();
        }
        if (decoding.acceptsUnquotedText() && !(value instanceof Tree.Mapping) && !(value instanceof Tree.Sequence)) {
            String kept = ScalarText.kept(value);
            if (kept != null) {
                return kept;
            }
            throw new DecodeException(
                    at, "expected text, found " + value.describe() + " whose text would change; quote it");
        }
        throw wrongType(at, "text", value);
    }

    static DecodeException wrongType(Place place, String expected, Tree found) {
        return new DecodeException(place, "expected " + expected + ", found " + found.describe());
    }
}
