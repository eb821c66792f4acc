package dev.sealedsecrets.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of flags that were set; every other flag has its initial value. For one thread. */
final class FlagValues {

    /** By name of the flag: hashing the flags themselves would cost the start of the program a quarter of its time. */
    private final Map<String, List<String>> values = new HashMap<>();

    /** Sets a flag; what it had before is replaced, or kept where the flag collects. */
    void add(Flag flag, List<String> further) {
        @Nullable List<String> earlier = values.get(flag.name());
        values.put(flag.name(), earlier == null ? further : flag.type().combine(earlier, further));
    }

    /** These values, then the later ones: replaced where both have one, joined where the flag collects. */
    FlagValues overriddenBy(FlagValues later, FlagSet flags) {
        FlagValues all = new FlagValues();
        all.values.putAll(values);
        for (Flag flag : flags.all()) {
            @Nullable List<String> list = later.values.get(flag.name());
            if (list != null) {
                all.add(flag, list);
            }
        }
        return all;
    }

    /** Whether the flag was given, if only with an empty value. */
    boolean isSet(Flag flag) {
        return values.containsKey(flag.name());
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
        @Nullable List<String> set = values.get(flag.name());
        if (set != null) {
            return set;
        }
        return flag.initial().isEmpty() ? List.of() : List.of(flag.initial());
    }
}
