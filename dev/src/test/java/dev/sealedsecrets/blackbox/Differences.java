package dev.sealedsecrets.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares what a case wants with what there is: mappings as subsets, lists exactly, texts with {@code ~} as patterns, operators. */
final class Differences {

    private static final int SHOWN = 300;

    private Differences() {}

    /** One line for each difference; none if all is as wanted. */
    static List<String> between(@Nullable Object want, @Nullable Object have, String path) {
        List<String> found = new ArrayList<>();
        compare(want, have, path, found);
        return found;
    }

    static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
    }

    private static void compare(@Nullable Object want, @Nullable Object have, String path, List<String> found) {
        if (want instanceof Map<?, ?> mapping) {
            compareMapping(mapping, have, path, found);
        } else if (want instanceof List<?> list) {
            compareList(list, have, path, found);
        } else if (!equal(want, have)) {
            found.add(path + ": wanted " + shown(want) + ", have " + shown(have));
        }
    }

    private static void compareMapping(Map<?, ?> want, @Nullable Object have, String path, List<String> found) {
        boolean plain = want.isEmpty();
        for (Map.Entry<?, ?> entry : want.entrySet()) {
            String key = String.valueOf(entry.getKey());
            if (!key.startsWith("$")) {
                plain = true;
            } else if (!operator(key, entry.getValue(), have, path)) {
                found.add(path + ": wanted " + key + " " + shown(entry.getValue()) + ", have " + shown(have));
            }
        }
        if (plain && !(have instanceof Map)) {
            found.add(path + ": wanted " + shown(want) + ", have " + shown(have));
        } else if (plain && have instanceof Map<?, ?> mapping) {
            want.forEach((key, value) -> {
                if (!String.valueOf(key).startsWith("$")) {
                    compare(value, mapping.get(key), path + "." + key, found);
                }
            });
        }
    }

    private static void compareList(List<?> want, @Nullable Object have, String path, List<String> found) {
        if (!(have instanceof List<?> list) || list.size() != want.size()) {
            found.add(path + ": wanted " + shown(want) + ", have " + shown(have));
            return;
        }
        for (int i = 0; i < want.size(); i++) {
            compare(want.get(i), list.get(i), path + "[" + i + "]", found);
        }
    }

    private static boolean operator(String name, @Nullable Object argument, @Nullable Object have, String path) {
        return switch (name) {
            case "$absent" -> (have == null) == Boolean.TRUE.equals(argument);
            case "$exact" -> Objects.equals(argument, have);
            case "$re" ->
                have instanceof String text
                        && Pattern.compile(String.valueOf(argument), Pattern.DOTALL | Pattern.MULTILINE)
                                .matcher(text)
                                .find();
            case "$gte" -> have instanceof Number number && number.doubleValue() >= number(argument);
            case "$lte" -> have instanceof Number number && number.doubleValue() <= number(argument);
            case "$not" -> !between(argument, have, path).isEmpty();
            case "$any" ->
                Fields.list(argument).stream()
                        .anyMatch(one -> between(one, have, path).isEmpty());
            case "$keys" -> names(have).equals(new TreeSet<>(Fields.list(argument)));
            case "$has" ->
                have instanceof List<?> list
                        && list.stream()
                                .anyMatch(one -> between(argument, one, path).isEmpty());
            case "$len" -> size(have) == (int) number(argument);
            default -> throw new BadCaseException("unknown operator " + name);
        };
    }

    private static Set<Object> names(@Nullable Object have) {
        return have instanceof Map<?, ?> mapping ? new TreeSet<>(mapping.keySet()) : new TreeSet<>();
    }

    private static int size(@Nullable Object have) {
        if (have instanceof Map<?, ?> mapping) {
            return mapping.size();
        }
        if (have instanceof List<?> list) {
            return list.size();
        }
        return have instanceof String text ? text.length() : -1;
    }

    private static double number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new BadCaseException("expected a number, found " + value);
    }

    private static boolean equal(@Nullable Object want, @Nullable Object have) {
        if (want instanceof String text && text.startsWith("~")) {
            return have instanceof String other
                    && Pattern.compile(text.substring(1), Pattern.DOTALL)
                            .matcher(other)
                            .find();
        }
        if (want instanceof Number number && have instanceof Number other) {
            return number.doubleValue() == other.doubleValue();
        }
        return Objects.equals(want, have);
    }
}
