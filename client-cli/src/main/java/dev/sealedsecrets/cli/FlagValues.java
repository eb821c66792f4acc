package dev.sealedsecrets.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of flags that were set; every other flag has its initial value. */
final class FlagValues {

    private final Map<Flag, List<String>> values;

    private FlagValues(Map<Flag, List<String>> values) {
        this.values = values;
    }

    static FlagValues of(Map<Flag, List<String>> values) {
        return new FlagValues(Map.copyOf(values));
    }

    /** These values, replaced by the later ones where both have one, joined where the flag collects. */
    FlagValues overriddenBy(FlagValues later) {
        Map<Flag, List<String>> all = new HashMap<>(values);
        later.values.forEach((flag, list) -> all.merge(flag, list, flag.type()::combine));
        return of(all);
    }

    /** Whether the flag was given, if only with an empty value. */
    boolean isSet(Flag flag) {
        return values.containsKey(flag);
    }

    /** The text of the flag; empty if it has none. */
    String text(Flag flag) {
        List<String> list = list(flag);
        return list.isEmpty() ? "" : list.get(list.size() - 1);
    }

    /** Whether the switch is on. */
    boolean isOn(Flag flag) {
        return text(flag).equals("true");
    }

    /** All values of a flag that collects. */
    List<String> list(Flag flag) {
        List<String> set = values.get(flag);
        if (set != null) {
            return set;
        }
        return flag.initial().isEmpty() ? List.of() : List.of(flag.initial());
    }
}
