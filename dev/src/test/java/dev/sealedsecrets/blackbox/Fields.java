package dev.sealedsecrets.blackbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping of a case or of an answer, with typed access. Values are those of YAML and JSON: text, numbers, lists, mappings. */
record Fields(Map<String, @Nullable Object> map) {

    @SuppressWarnings("unchecked")
    static Fields of(@Nullable Object value) {
        if (value == null) {
            return new Fields(Map.of());
        }
        if (value instanceof Map<?, ?> mapping) {
            return new Fields((Map<String, @Nullable Object>) mapping);
        }
        throw new BadCaseException("expected a mapping, found " + value);
    }

    static List<?> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? list : List.of(value);
    }

    boolean has(String name) {
        return map.containsKey(name);
    }

    @Nullable
    Object get(String name) {
        return map.get(name);
    }

    Fields at(String name) {
        return of(map.get(name));
    }

    String text(String name) {
        Object value = map.get(name);
        if (value == null) {
            throw new BadCaseException(name + " is missing in " + map);
        }
        return value.toString();
    }

    String text(String name, String otherwise) {
        Object value = map.get(name);
        return value == null ? otherwise : value.toString();
    }

    int number(String name, int otherwise) {
        return map.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    double seconds(String name, double otherwise) {
        return map.get(name) instanceof Number number ? number.doubleValue() : otherwise;
    }

    boolean isOn(String name) {
        return Boolean.TRUE.equals(map.get(name));
    }

    List<String> texts(String name) {
        return list(map.get(name)).stream().map(String::valueOf).toList();
    }

    void requireOnly(String where, Set<String> allowed) {
        for (Object name : map.keySet()) {
            if (!allowed.contains(String.valueOf(name))) {
                throw new BadCaseException(where + ": unknown key " + name);
            }
        }
    }
}
