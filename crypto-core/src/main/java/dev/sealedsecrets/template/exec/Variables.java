package dev.sealedsecrets.template.exec;

import dev.sealedsecrets.template.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The variables of one template call, innermost last. */
final class Variables {
    private final List<String> names = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();

    /** The variables a template starts with: {@code $}, its data. */
    Variables(Value data) {
        push("$", data);
    }

    void push(String name, Value value) {
        names.add(name);
        values.add(value);
    }

    /** How many there are, to come back to with {@link #pop}. */
    int mark() {
        return names.size();
    }

    void pop(int mark) {
        names.subList(mark, names.size()).clear();
        values.subList(mark, values.size()).clear();
    }

    /** The innermost variable of a name; the parser has made sure that there is one. */
    Value get(String name) {
        return values.get(names.lastIndexOf(name));
    }

    void set(String name, Value value) {
        values.set(names.lastIndexOf(name), value);
    }

    /** Sets the variable that is {@code fromTop} places from the top, which is 1. */
    void setFromTop(int fromTop, Value value) {
        values.set(values.size() - fromTop, value);
    }
}
