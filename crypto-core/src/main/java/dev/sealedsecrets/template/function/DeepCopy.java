package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.MapValue;
import dev.sealedsecrets.template.value.PointerValue;
import dev.sealedsecrets.template.value.StructValue;
import dev.sealedsecrets.template.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Copies lists and maps all the way down; values that never change are shared. */
final class DeepCopy {
    private DeepCopy() {}

    static Value of(Budget budget, Value value) {
        budget.step();
        if (value.isNil()) {
            return value;
        }
        if (value instanceof ListValue list) {
            budget.enter();
            budget.elements(list.size() + 4L, 8);
            List<Value> items = new ArrayList<>(list.size());
            for (Value item : list.items()) {
                items.add(of(budget, item));
            }
            budget.leave();
            return ListValue.of(list.type(), items);
        }
        if (value instanceof MapValue map) {
            budget.enter();
            budget.elements(map.size() + 1L, DictFunctions.BYTES_PER_ENTRY);
            MapValue copy = MapValue.empty(map.type());
            for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
                copy.put(entry.getKey(), of(budget, entry.getValue()));
            }
            budget.leave();
            return copy;
        }
        if (value instanceof PointerValue pointer) {
            return PointerValue.to(
                    pointer.type(), pointer.target().orElseThrow().deepCopy());
        }
        return value instanceof StructValue struct ? struct.deepCopy() : value;
    }
}
