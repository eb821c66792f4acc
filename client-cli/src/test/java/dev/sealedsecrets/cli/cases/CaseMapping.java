package dev.sealedsecrets.cli.cases;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping of a case file. A key that nobody has asked for by the time of {@link #rejectOthers} is an unknown one. */
final class CaseMapping {

    private final String what;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private CaseMapping(String what) {
        this.what = what;
    }

    /** The mapping that a value is; messages call it by the given name. */
    static CaseMapping of(String what, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new CaseException(what + " must be a mapping");
        }
        CaseMapping mapping = new CaseMapping(what);
        map.forEach((key, item) -> mapping.values.put(text("a key of " + what, key), item));
        return mapping;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Any value but null. */
    Optional<Object> value(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    Object required(String key) {
        return value(key).orElseThrow(() -> new CaseException(what + " lacks the key " + key));
    }

    Optional<String> text(String key) {
        return value(key).map(value -> text(key, value));
    }

    String requiredText(String key) {
        return text(key, required(key));
    }

    boolean flag(String key) {
        Optional<Object> value = value(key);
        if (value.isPresent() && !value.get().equals(true)) {
            throw new CaseException(key + " of " + what + " must be true or absent");
        }
        return value.isPresent();
    }

    Optional<Number> number(String key) {
        return value(key).map(value -> {
            if (value instanceof Number number) {
                return number;
            }
            throw new CaseException(key + " of " + what + " must be a number");
        });
    }

    List<String> texts(String key) {
        return items(key).stream().map(item -> text(key, item)).toList();
    }

    List<?> items(String key) {
        return value(key)
                .<List<?>>map(value -> {
                    if (value instanceof List<?> list) {
                        return list;
                    }
                    throw new CaseException(key + " of " + what + " must be a list");
                })
                .orElse(List.of());
    }

    Map<String, String> textsByName(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        mapping(key).ifPresent(map -> map.values.forEach((name, value) -> texts.put(name, text(name, value))));
        return texts;
    }

    Map<String, @Nullable Object> valuesByName(String key) {
        return mapping(key).map(map -> map.values).orElse(new LinkedHashMap<>());
    }

    Optional<CaseMapping> mapping(String key) {
        return value(key).map(value -> of(key, value));
    }

    void rejectOthers() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new CaseException("unknown key in " + what + ": " + key);
            }
        }
    }

    static String text(String what, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new CaseException(what + " must be a text");
    }
}
