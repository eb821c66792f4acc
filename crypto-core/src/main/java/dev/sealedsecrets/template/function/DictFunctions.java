package dev.sealedsecrets.template.function;

import static dev.sealedsecrets.template.value.GoType.ANY;
import static dev.sealedsecrets.template.value.GoType.DICT;
import static dev.sealedsecrets.template.value.GoType.STRING;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.BoolValue;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.MapValue;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** sprig's dict functions. Where Go's order of keys is random, it is byte order here. */
final class DictFunctions {
    /** Memory of one entry beyond its value. */
    static final int BYTES_PER_ENTRY = 64;

    private DictFunctions() {}

    static @Nullable GoFunction find(String name) {
        return switch (name) {
            case "dict" -> GoFunction.variadic(DictFunctions::dict, ANY);
            case "get" -> GoFunction.of(DictFunctions::get, DICT, STRING);
            case "set" -> GoFunction.of(DictFunctions::set, DICT, STRING, ANY);
            case "unset" -> GoFunction.of(DictFunctions::unset, DICT, STRING);
            case "hasKey" -> GoFunction.of(a -> BoolValue.of(a.map(0).containsKey(a.text(1))), DICT, STRING);
            case "pluck" -> GoFunction.variadic(DictFunctions::pluck, STRING, DICT);
            case "keys" -> GoFunction.variadic(DictFunctions::keys, DICT);
            case "values" -> GoFunction.of(DictFunctions::values, DICT);
            case "pick" -> GoFunction.variadic(a -> filtered(a, true), DICT, STRING);
            case "omit" -> GoFunction.variadic(a -> filtered(a, false), DICT, STRING);
            case "dig" -> GoFunction.variadic(DictFunctions::dig, ANY);
            case "merge", "mustMerge" -> GoFunction.variadic(a -> Merging.all(a, false), DICT, DICT);
            case "mergeOverwrite", "mustMergeOverwrite" -> GoFunction.variadic(a -> Merging.all(a, true), DICT, DICT);
            case "deepCopy", "mustDeepCopy" -> GoFunction.of(DictFunctions::deepCopy, ANY);
            default -> null;
        };
    }

    private static Value deepCopy(Arguments a) {
        if (a.get(0) instanceof Nil) {
            throw new GoError("reflect: call of reflect.Value.Type on zero Value");
        }
        return DeepCopy.of(a.budget(), a.get(0));
    }

    private static void put(Budget budget, MapValue map, String key, Value value) {
        budget.elements(1, BYTES_PER_ENTRY);
        map.put(key, value);
    }

    private static Value dict(Arguments a) {
        MapValue map = MapValue.dict();
        for (int i = 0; i < a.size(); i += 2) {
            String key = Strval.of(a.budget(), a.get(i));
            put(a.budget(), map, key, i + 1 < a.size() ? a.get(i + 1) : TextValue.EMPTY);
        }
        return map;
    }

    private static Value get(Arguments a) {
        Value value = a.map(0).get(a.text(1));
        return value == null ? TextValue.EMPTY : value;
    }

    private static Value set(Arguments a) {
        a.budget().elements(1, BYTES_PER_ENTRY);
        if (!a.map(0).put(a.text(1), a.get(2))) {
            throw new GoError("assignment to entry in nil map");
        }
        return a.get(0);
    }

    private static Value unset(Arguments a) {
        a.map(0).remove(a.text(1));
        return a.get(0);
    }

    private static Value pluck(Arguments a) {
        List<Value> found = new ArrayList<>();
        for (Value dict : a.from(1)) {
            Value value = ((MapValue) dict).get(a.text(0));
            if (value != null) {
                found.add(value);
            }
        }
        return ListFunctions.made(a, found);
    }

    private static Value keys(Arguments a) {
        List<String> keys = new ArrayList<>();
        for (Value dict : a.from(0)) {
            keys.addAll(((MapValue) dict).keys());
        }
        return Strval.list(a.budget(), keys);
    }

    private static Value values(Arguments a) {
        return ListFunctions.made(a, new ArrayList<>(a.map(0).entries().values()));
    }

    private static Value filtered(Arguments a, boolean keep) {
        Set<String> named = new HashSet<>();
        a.from(1).forEach(key -> named.add(((TextValue) key).text()));
        MapValue map = MapValue.dict();
        for (Map.Entry<String, Value> entry : a.map(0).entries().entrySet()) {
            if (named.contains(entry.getKey()) == keep) {
                put(a.budget(), map, entry.getKey(), entry.getValue());
            }
        }
        return map;
    }

    private static Value dig(Arguments a) {
        if (a.size() < 3) {
            throw new GoError("dig needs at least three arguments");
        }
        MapValue map = asDict(a.get(a.size() - 1));
        List<String> keys = new ArrayList<>();
        for (Value key : a.from(0).subList(0, a.size() - 2)) {
            if (!(key instanceof TextValue text)) {
                throw wrongInterface(key, "string");
            }
            keys.add(text.text());
        }
        for (int i = 0; ; i++) {
            Value value = map.get(keys.get(i));
            if (value == null) {
                return a.get(a.size() - 2);
            }
            if (i == keys.size() - 1) {
                return value;
            }
            map = asDict(value);
        }
    }

    private static MapValue asDict(Value value) {
        if (value instanceof MapValue map && map.type() == DICT) {
            return map;
        }
        throw wrongInterface(value, "map[string]interface {}");
    }

    private static GoError wrongInterface(Value value, String wanted) {
        String type = value instanceof Nil ? "nil" : value.type().name();
        return new GoError("interface conversion: interface {} is " + type + ", not " + wanted);
    }
}
