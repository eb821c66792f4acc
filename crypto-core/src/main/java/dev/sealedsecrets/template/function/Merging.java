package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.BoolValue;
import dev.sealedsecrets.template.value.FloatValue;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.MapValue;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.ArrayList;
import java.util.Map;

/** Merging of dicts, as sprig's merge functions do it: in place, maps deeply, everything else by reference. */
final class Merging {
    private final Budget budget;
    private final boolean overwrite;

    private Merging(Budget budget, boolean overwrite) {
        this.budget = budget;
        this.overwrite = overwrite;
    }

    /** Merges all further dicts into the first and returns it; a nil one is replaced by a new dict. */
    static Value all(Arguments a, boolean overwrite) {
        Merging merging = new Merging(a.budget(), overwrite);
        MapValue target = a.map(0);
        for (Value source : a.from(1)) {
            MapValue map = (MapValue) source;
            if (target.isNil() && !map.isNil()) {
                target = MapValue.dict();
            }
            merging.merge(target, map);
        }
        return target;
    }

    private void merge(MapValue target, MapValue source) {
        budget.enter();
        // A dict may be merged into itself: what is walked must not change meanwhile.
        budget.elements(source.size(), 8);
        for (Map.Entry<String, Value> entry : new ArrayList<>(source.entries().entrySet())) {
            merge(target, entry.getKey(), entry.getValue());
        }
        budget.leave();
    }

    private void merge(MapValue target, String key, Value value) {
        budget.step();
        if (value instanceof Nil) {
            if (overwrite) {
                put(target, key, value);
            }
            return;
        }
        Value present = target.get(key);
        if (value instanceof MapValue source
                && present instanceof MapValue nested
                && (nested.type() == GoType.DICT || nested.type() == source.type())) {
            merge(nested, source);
        }
        boolean kept = present != null && !isEmpty(present);
        if (kept && value instanceof MapValue && present instanceof MapValue) {
            return;
        }
        if (overwrite || !kept) {
            put(target, key, value);
        }
    }

    private void put(MapValue target, String key, Value value) {
        budget.elements(1, DictFunctions.BYTES_PER_ENTRY);
        target.put(key, value);
    }

    /** What a merge takes for empty: unlike sprig's empty no complex number, but structs are not empty either. */
    private static boolean isEmpty(Value value) {
        return switch (value.kind()) {
            case STRING -> ((TextValue) value).text().isEmpty();
            case SLICE -> ((ListValue) value).size() == 0;
            case MAP -> ((MapValue) value).size() == 0;
            case BOOL -> value == BoolValue.FALSE;
            case INT, INT32, INT64, UINT8, UINT32, UINT64 -> ((IntValue) value).value() == 0;
            case FLOAT64 -> ((FloatValue) value).value() == 0;
            case INVALID, INTERFACE -> true;
            case POINTER, STRUCT, COMPLEX128 -> false;
        };
    }
}
