package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.format.Bytes;
import dev.sealedsecrets.template.format.Printer;
import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.ArrayList;
import java.util.List;

/** How sprig turns any value into text. */
final class Strval {
    private Strval() {}

    static String of(Budget budget, Value value) {
        return value.type() == GoType.BYTES ? Bytes.of((ListValue) value) : Printer.print(budget, value);
    }

    /** The texts of a list, nil left out; of a single value that value's; of nil none. */
    static List<String> all(Budget budget, Value value) {
        if (value instanceof Nil) {
            return List.of();
        }
        if (!(value instanceof ListValue list)) {
            return List.of(of(budget, value));
        }
        budget.elements(list.size(), 8);
        List<String> texts = new ArrayList<>(list.size());
        for (Value item : list.items()) {
            if (!(item instanceof Nil)) {
                texts.add(of(budget, item));
            }
        }
        return texts;
    }

    /** A {@code []string} of texts. */
    static ListValue list(Budget budget, List<String> texts) {
        budget.elements(texts.size(), 48);
        List<Value> values = new ArrayList<>(texts.size());
        for (String text : texts) {
            values.add(TextValue.of(text));
        }
        return ListValue.of(GoType.STRINGS, values);
    }
}
