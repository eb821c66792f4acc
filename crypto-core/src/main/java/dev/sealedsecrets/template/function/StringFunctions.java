package dev.sealedsecrets.template.function;

import static dev.sealedsecrets.template.value.GoType.ANY;
import static dev.sealedsecrets.template.value.GoType.INT;
import static dev.sealedsecrets.template.value.GoType.STRING;

import dev.sealedsecrets.template.format.Printer;
import dev.sealedsecrets.template.limit.BoundedText;
import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.text.Quoting;
import dev.sealedsecrets.template.text.Trimming;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.BoolValue;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.MapValue;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** sprig's string functions, but for those that change case or cut to a width. */
final class StringFunctions {
    private StringFunctions() {}

    static @Nullable GoFunction find(String name) {
        return switch (name) {
            case "trim" -> GoFunction.of(a -> text(Trimming.trimSpace(a.text(0))), STRING);
            case "trimall", "trimAll" -> GoFunction.of(a -> text(Trimming.trim(a.text(1), a.text(0))), STRING, STRING);
            case "trimSuffix" -> GoFunction.of(a -> text(withoutSuffix(a.text(1), a.text(0))), STRING, STRING);
            case "trimPrefix" -> GoFunction.of(a -> text(withoutPrefix(a.text(1), a.text(0))), STRING, STRING);
            case "repeat" ->
                GoFunction.of(a -> text(Replacing.repeat(a.budget(), a.text(1), a.integer(0))), INT, STRING);
            case "substr" -> GoFunction.of(a -> text(substring(a)), INT, INT, STRING);
            case "trunc" -> GoFunction.of(a -> text(truncated(a.integer(0), a.text(1))), INT, STRING);
            case "contains" -> GoFunction.of(a -> BoolValue.of(contains(a)), STRING, STRING);
            case "hasPrefix" -> GoFunction.of(a -> BoolValue.of(a.text(1).startsWith(a.text(0))), STRING, STRING);
            case "hasSuffix" -> GoFunction.of(a -> BoolValue.of(a.text(1).endsWith(a.text(0))), STRING, STRING);
            case "quote" -> GoFunction.variadic(a -> text(quoted(a, true)), ANY);
            case "squote" -> GoFunction.variadic(a -> text(quoted(a, false)), ANY);
            case "cat" -> GoFunction.variadic(a -> text(joinedByBlanks(a)), ANY);
            case "indent" ->
                GoFunction.of(a -> text(Replacing.indent(a.budget(), a.integer(0), a.text(1))), INT, STRING);
            case "nindent" ->
                GoFunction.of(a -> text("\n" + Replacing.indent(a.budget(), a.integer(0), a.text(1))), INT, STRING);
            case "replace" ->
                GoFunction.of(
                        a -> text(Replacing.all(a.budget(), a.text(2), a.text(0), a.text(1))), STRING, STRING, STRING);
            case "plural" -> GoFunction.of(a -> a.get(a.integer(2) == 1 ? 0 : 1), STRING, STRING, INT);
            case "toString" -> GoFunction.of(a -> text(Strval.of(a.budget(), a.get(0))), ANY);
            case "toStrings" -> GoFunction.of(StringFunctions::toStrings, ANY);
            case "join" -> GoFunction.of(a -> text(joined(a)), STRING, ANY);
            case "sortAlpha" -> GoFunction.of(StringFunctions::sorted, ANY);
            case "split" ->
                GoFunction.of(a -> numbered(a, Splitting.all(a.budget(), a.text(1), a.text(0), -1)), STRING, STRING);
            case "splitn" ->
                GoFunction.of(
                        a -> numbered(a, Splitting.all(a.budget(), a.text(2), a.text(0), a.integer(1))),
                        STRING,
                        INT,
                        STRING);
            case "splitList" ->
                GoFunction.of(
                        a -> Strval.list(a.budget(), Splitting.all(a.budget(), a.text(1), a.text(0), -1)),
                        STRING,
                        STRING);
            case "hello" -> GoFunction.of(a -> text("Hello!"));
            default -> null;
        };
    }

    private static TextValue text(String s) {
        return TextValue.of(s);
    }

    private static String withoutSuffix(String s, String suffix) {
        return s.endsWith(suffix) ? s.substring(0, s.length() - suffix.length()) : s;
    }

    private static String withoutPrefix(String s, String prefix) {
        return s.startsWith(prefix) ? s.substring(prefix.length()) : s;
    }

    private static boolean contains(Arguments a) {
        a.budget().bytes(a.text(1).length());
        return a.text(1).contains(a.text(0));
    }

    private static String substring(Arguments a) {
        long start = a.integer(0);
        long end = a.integer(1);
        String s = a.text(2);
        if (start < 0) {
            return Slicing.to(s, end);
        }
        return end < 0 || end > s.length() ? Slicing.from(s, start) : Slicing.between(s, start, end);
    }

    private static String truncated(long count, String s) {
        if (count < 0) {
            return s.length() + count > 0 ? s.substring((int) (s.length() + count)) : s;
        }
        return s.length() > count ? s.substring(0, (int) count) : s;
    }

    private static String quoted(Arguments a, boolean escape) {
        BoundedText out = new BoundedText(a.budget());
        boolean first = true;
        for (Value value : a.from(0)) {
            if (value instanceof Nil) {
                continue;
            }
            out.append(first ? "" : " ");
            first = false;
            if (escape) {
                String s = Strval.of(a.budget(), value);
                a.budget().checkText(4L * s.length());
                out.append(Quoting.quote(s));
            } else {
                out.append('\'').append(Printer.print(a.budget(), value)).append('\'');
            }
        }
        return out.finish();
    }

    private static String joinedByBlanks(Arguments a) {
        BoundedText out = new BoundedText(a.budget());
        boolean first = true;
        for (Value value : a.from(0)) {
            if (!(value instanceof Nil)) {
                out.append(first ? "" : " ").append(Printer.print(a.budget(), value));
                first = false;
            }
        }
        return out.finish();
    }

    private static Value toStrings(Arguments a) {
        return a.get(0).type() == GoType.STRINGS ? a.get(0) : Strval.list(a.budget(), Strval.all(a.budget(), a.get(0)));
    }

    private static String joined(Arguments a) {
        BoundedText out = new BoundedText(a.budget());
        boolean first = true;
        for (String s : Strval.all(a.budget(), a.get(1))) {
            if (!first) {
                out.append(a.text(0));
            }
            first = false;
            out.append(s);
        }
        return out.finish();
    }

    /** Sorts by bytes. A {@code []string} is sorted in place, so that other variables that hold it see the order too. */
    private static Value sorted(Arguments a) {
        Budget budget = a.budget();
        Value value = a.get(0);
        if (!(value instanceof ListValue list)) {
            return Strval.list(budget, List.of(Strval.of(budget, value)));
        }
        budget.steps((long) list.size() * (32 - Integer.numberOfLeadingZeros(list.size())));
        if (list.type() == GoType.STRINGS) {
            list.sortTexts();
            return list;
        }
        List<String> texts = new ArrayList<>(Strval.all(budget, value));
        texts.sort(null);
        return Strval.list(budget, texts);
    }

    /** A map with the keys _0, _1, ... */
    private static Value numbered(Arguments a, List<String> parts) {
        a.budget().elements(parts.size(), 96);
        MapValue map = MapValue.empty(GoType.TEXT_MAP);
        for (int i = 0; i < parts.size(); i++) {
            map.put("_" + i, TextValue.of(parts.get(i)));
        }
        return map;
    }
}
