package dev.sealedsecrets.template.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The variables of one template call, innermost last. */
final class Variables {
    private final List<String> names = new ArrayList<>();
    private final List<Slot> values = new ArrayList<>();

    /** The variables a template starts with: {@code $}, its data. */
    Variables(Slot data) {
        push("$", data);
    }

    void push(String name, Slot value) {
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

    /** The innermost variable of a name. */
    Optional<Slot> get(String name) {
        int at = names.lastIndexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(values.get(at));
    }

    /** Sets the innermost variable of a name; false if there is none. */
    boolean set(String name, Slot value) {
        int at = names.lastIndexOf(name);
        if (at < 0) {
            return false;
        }
        values.set(at, value);
        return true;
    }

    /** Sets the variable that is {@code fromTop} places from the top, which is 1. */
    void setFromTop(int fromTop, Slot value) {
        values.set(values.size() - fromTop, value);
    }
}
