package dev.sealedsecrets.controller;

import java.util.Map;

/** The values of all flags: those that were set, and the defaults of the others. */
final class FlagValues {
    private final Map<Flag<?>, Object> set;

    FlagValues(Map<Flag<?>, Object> set) {
        this.set = Map.copyOf(set);
    }

    <T> T get(Flag<T> flag) {
        Object value = set.get(flag);
        return value == null ? flag.defaultValue() : flag.kind().type().cast(value);
    }
}
