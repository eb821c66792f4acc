package dev.sealedsecrets.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that are carried along unread, such as a status, brought into a form that can be written as JSON. */
final class JsonForm {
    private JsonForm() {}

    /**
     * The value with its numbers as JSON writes them.
     *
     * @throws DecodeException if a number has no such form (infinity, not a number)
     */
    static Tree of(Tree value, Place place) throws DecodeException {
        if (value instanceof Tree.Mapping mapping) {
            Map<String, Tree> entries = new LinkedHashMap<>();
            for (Map.Entry<String, Tree> entry : mapping.entries().entrySet()) {
                entries.put(entry.getKey(), of(entry.getValue(), place.field(entry.getKey())));
            }
            return new Tree.Mapping(entries);
        }
        if (value instanceof Tree.Sequence sequence) {
            List<Tree> items = new ArrayList<>(sequence.items().size());
            for (int i = 0; i < sequence.items().size(); i++) {
                items.add(of(sequence.items().get(i), place.item(i)));
            }
            return new Tree.Sequence(items);
        }
        if (value instanceof Tree.Numeral number) {
            String json = Numbers.toJson(number.written());
            if (json == null) {
                throw new DecodeException(place, "the number has no form in JSON");
            }
            return new Tree.Numeral(json);
        }
        return value;
    }
}
