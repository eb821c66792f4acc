package dev.sealedsecrets.template.function;

import static dev.sealedsecrets.template.value.GoType.ANY;
import static dev.sealedsecrets.template.value.GoType.INT;

import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.BoolValue;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** sprig's list functions. The forms with {@code must} differ in Go by how they fail, which a template cannot see. */
final class ListFunctions {
    /** Memory of one place in a list. */
    private static final int BYTES_PER_ITEM = 8;

    private ListFunctions() {}

    static @Nullable GoFunction find(String name) {
        return switch (name) {
            case "list", "tuple" -> GoFunction.variadic(a -> made(a, a.from(0)), ANY);
            case "append", "push", "mustAppend", "mustPush" ->
                GoFunction.of(a -> extended(a, "Cannot push on type ", true), ANY, ANY);
            case "prepend", "mustPrepend" ->
                GoFunction.of(a -> extended(a, "Cannot prepend on type ", false), ANY, ANY);
            case "first", "mustFirst" -> GoFunction.of(a -> end(a, "Cannot find first on type ", true), ANY);
            case "last", "mustLast" -> GoFunction.of(a -> end(a, "Cannot find last on type ", false), ANY);
            case "rest", "mustRest" -> GoFunction.of(a -> without(a, "Cannot find rest on type ", true), ANY);
            case "initial", "mustInitial" -> GoFunction.of(a -> without(a, "Cannot find initial on type ", false), ANY);
            case "reverse", "mustReverse" -> GoFunction.of(ListFunctions::reversed, ANY);
            case "compact", "mustCompact" -> GoFunction.of(ListFunctions::compacted, ANY);
            case "uniq", "mustUniq" -> GoFunction.of(ListFunctions::unique, ANY);
            case "without", "mustWithout" -> GoFunction.variadic(ListFunctions::without, ANY, ANY);
            case "has", "mustHas" -> GoFunction.of(ListFunctions::has, ANY, ANY);
            case "slice", "mustSlice" -> GoFunction.variadic(ListFunctions::slice, ANY, ANY);
            case "concat" -> GoFunction.variadic(ListFunctions::concat, ANY);
            case "chunk", "mustChunk" -> GoFunction.of(Chunks::of, INT, ANY);
            default -> null;
        };
    }

    /** The argument as a list, or the complaint about its kind. */
    static ListValue list(Value value, String complaint) {
        if (value instanceof Nil) {
            throw new GoError("runtime error: invalid memory address or nil pointer dereference");
        }
        if (value instanceof ListValue list) {
            return list;
        }
        throw new GoError(complaint + value.kind().text());
    }

    static ListValue made(Arguments a, List<? extends Value> items) {
        a.budget().elements(items.size(), BYTES_PER_ITEM);
        return ListValue.of(items);
    }

    private static Value extended(Arguments a, String complaint, boolean atEnd) {
        ListValue list = list(a.get(0), complaint);
        a.budget().elements(list.size() + 1L, BYTES_PER_ITEM);
        List<Value> items = new ArrayList<>(list.size() + 1);
        if (!atEnd) {
            items.add(a.get(1));
        }
        items.addAll(list.items());
        if (atEnd) {
            items.add(a.get(1));
        }
        return ListValue.of(items);
    }

    private static Value end(Arguments a, String complaint, boolean first) {
        ListValue list = list(a.get(0), complaint);
        return list.size() == 0 ? Nil.INTERFACE : list.get(first ? 0 : list.size() - 1);
    }

    private static Value without(Arguments a, String complaint, boolean first) {
        ListValue list = list(a.get(0), complaint);
        if (list.size() == 0) {
            return ListValue.nil(GoType.LIST);
        }
        a.budget().elements(list.size(), BYTES_PER_ITEM);
        return ListValue.of(
                new ArrayList<>(list.items().subList(first ? 1 : 0, first ? list.size() : list.size() - 1)));
    }

    private static Value reversed(Arguments a) {
        ListValue list = list(a.get(0), "Cannot find reverse on type ");
        a.budget().elements(list.size(), BYTES_PER_ITEM);
        List<Value> items = new ArrayList<>(list.items());
        Collections.reverse(items);
        return ListValue.of(items);
    }

    private static Value compacted(Arguments a) {
        ListValue list = list(a.get(0), "Cannot compact on type ");
        a.budget().elements(list.size(), BYTES_PER_ITEM);
        List<Value> items = new ArrayList<>();
        for (Value item : list.items()) {
            if (!DefaultFunctions.isEmpty(item)) {
                items.add(item);
            }
        }
        return ListValue.of(items);
    }

    private static boolean contains(Arguments a, List<? extends Value> items, Value wanted) {
        for (Value item : items) {
            if (DeepEqual.test(a.budget(), wanted, item)) {
                return true;
            }
        }
        return false;
    }

    private static Value unique(Arguments a) {
        ListValue list = list(a.get(0), "Cannot find uniq on type ");
        a.budget().elements(list.size(), BYTES_PER_ITEM);
        List<Value> items = new ArrayList<>();
        for (Value item : list.items()) {
            if (!contains(a, items, item)) {
                items.add(item);
            }
        }
        return ListValue.of(items);
    }

    private static Value without(Arguments a) {
        ListValue list = list(a.get(0), "Cannot find without on type ");
        a.budget().elements(list.size(), BYTES_PER_ITEM);
        List<Value> omitted = a.from(1);
        List<Value> items = new ArrayList<>();
        for (Value item : list.items()) {
            if (!contains(a, omitted, item)) {
                items.add(item);
            }
        }
        return ListValue.of(items);
    }

    private static Value has(Arguments a) {
        if (a.get(1) instanceof Nil) {
            return BoolValue.FALSE;
        }
        return BoolValue.of(
                contains(a, list(a.get(1), "Cannot find has on type ").items(), a.get(0)));
    }

    private static Value slice(Arguments a) {
        ListValue list = list(a.get(0), "list should be type of slice or array but ");
        if (list.size() == 0) {
            return Nil.INTERFACE;
        }
        long start = a.size() > 1 ? Casting.toInt64(a.get(1)) : 0;
        long end = a.size() > 2 ? Casting.toInt64(a.get(2)) : list.size();
        if (start < 0 || end < start || end > list.size()) {
            throw new GoError("reflect.Value.Slice: slice index out of bounds");
        }
        return ListValue.of(list.type(), list.items().subList((int) start, (int) end));
    }

    private static Value concat(Arguments a) {
        List<Value> items = new ArrayList<>();
        for (Value value : a.from(0)) {
            if (value instanceof Nil) {
                throw new GoError("runtime error: invalid memory address or nil pointer dereference");
            }
            if (!(value instanceof ListValue list)) {
                throw new GoError("Cannot concat type " + value.kind().text() + " as list");
            }
            a.budget().elements(list.size(), BYTES_PER_ITEM);
            items.addAll(list.items());
        }
        return items.isEmpty() ? ListValue.nil(GoType.LIST) : ListValue.of(items);
    }
}
