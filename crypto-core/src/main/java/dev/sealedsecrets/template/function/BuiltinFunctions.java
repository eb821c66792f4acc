package dev.sealedsecrets.template.function;

import static dev.sealedsecrets.template.value.GoType.ANY;
import static dev.sealedsecrets.template.value.GoType.VALUE;

import dev.sealedsecrets.template.format.Printer;
import dev.sealedsecrets.template.format.Printing;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.BoolValue;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.Kind;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.MapValue;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.PointerValue;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of the language itself. {@code slice} is missing: sprig's hides it. */
final class BuiltinFunctions {
    private BuiltinFunctions() {}

    static @Nullable GoFunction find(String name) {
        return switch (name) {
            // The evaluator handles both before their arguments are evaluated; only the signature counts.
            case "and", "or" -> GoFunction.variadic(a -> a.get(0), VALUE, VALUE);
            case "not" -> GoFunction.of(a -> BoolValue.of(!a.get(0).isTrue()), VALUE);
            case "call" -> GoFunction.variadic(BuiltinFunctions::call, VALUE, VALUE);
            case "eq" -> GoFunction.variadic(a -> BoolValue.of(Comparison.equal(a)), VALUE, VALUE);
            case "ne" -> GoFunction.of(a -> BoolValue.of(!Comparison.equal(a)), VALUE, VALUE);
            case "lt" -> GoFunction.of(a -> BoolValue.of(Comparison.less(a)), VALUE, VALUE);
            case "le" -> GoFunction.of(a -> BoolValue.of(Comparison.lessOrEqual(a)), VALUE, VALUE);
            case "gt" -> GoFunction.of(a -> BoolValue.of(!Comparison.lessOrEqual(a)), VALUE, VALUE);
            case "ge" -> GoFunction.of(a -> BoolValue.of(!Comparison.less(a)), VALUE, VALUE);
            case "len" -> GoFunction.of(a -> IntValue.of(length(a.get(0))), VALUE);
            case "index" -> GoFunction.variadic(BuiltinFunctions::index, VALUE, VALUE);
            case "print" -> GoFunction.variadic(a -> text(Printer.print(a.budget(), a.from(0))), ANY);
            case "println" -> GoFunction.variadic(a -> text(Printer.println(a.budget(), a.from(0))), ANY);
            case "printf" ->
                GoFunction.variadic(a -> text(Printer.printf(a.budget(), a.text(0), a.from(1))), GoType.STRING, ANY);
            case "html" -> GoFunction.variadic(a -> text(Escaping.html(a.budget(), escapable(a))), ANY);
            case "js" -> GoFunction.variadic(a -> text(Escaping.js(a.budget(), escapable(a))), ANY);
            case "urlquery" -> GoFunction.variadic(a -> text(Escaping.urlQuery(a.budget(), escapable(a))), ANY);
            default -> null;
        };
    }

    private static Value text(String s) {
        return TextValue.of(s);
    }

    private static String escapable(Arguments a) {
        List<Value> values = new ArrayList<>();
        for (Value value : a.from(0)) {
            values.add(value.isNil() && value instanceof Nil ? TextValue.of("<no value>") : Printing.printable(value));
        }
        return Printer.print(a.budget(), values);
    }

    private static Value call(Arguments a) {
        Value function = a.get(1);
        if (function instanceof Nil) {
            throw new GoError("call of nil");
        }
        throw new GoError("non-function " + a.text(0) + " of type " + function.type());
    }

    private static long length(Value value) {
        if (value == Nil.ABSENT) {
            throw new GoError("reflect: call of reflect.Value.Type on zero Value");
        }
        if (value == Nil.INTERFACE || (value instanceof PointerValue pointer && pointer.isNil())) {
            throw new GoError("len of nil pointer");
        }
        if (value instanceof TextValue text) {
            return text.text().length();
        } else if (value instanceof ListValue list) {
            return list.size();
        } else if (value instanceof MapValue map) {
            return map.size();
        }
        throw new GoError("len of type " + Printing.target(value).type());
    }

    private static Value index(Arguments a) {
        Value item = a.get(0);
        if (item instanceof Nil) {
            throw new GoError("index of untyped nil");
        }
        for (Value index : a.from(1)) {
            item = Printing.target(item);
            if (item == Nil.INTERFACE) {
                throw new GoError("index of nil pointer");
            }
            if (item instanceof TextValue text) {
                int at = position(index, text.text().length(), "string");
                item = new IntValue(GoType.UINT8, text.text().charAt(at));
            } else if (item instanceof ListValue list) {
                item = list.get(position(index, list.size(), "slice"));
            } else if (item instanceof MapValue map) {
                item = entry(map, index);
            } else {
                throw new GoError("can't index item of type " + item.type());
            }
        }
        return item;
    }

    private static int position(Value index, int size, String what) {
        if (index instanceof Nil) {
            throw new GoError("cannot index slice/array with nil");
        }
        Kind kind = index.kind();
        if (!kind.isSigned() && !kind.isUnsigned()) {
            throw new GoError("cannot index slice/array with type " + index.type());
        }
        long at = ((IntValue) index).value();
        if (at < 0 || at > size) {
            throw new GoError("index out of range: " + at);
        }
        if (at == size) {
            throw new GoError("reflect: " + what + " index out of range");
        }
        return (int) at;
    }

    private static Value entry(MapValue map, Value key) {
        if (key instanceof Nil) {
            throw new GoError("value is nil; should be of type string");
        }
        if (!(key instanceof TextValue text)) {
            throw new GoError("value has type " + key.type() + "; should be string");
        }
        Value value = map.get(text.text());
        if (value != null) {
            return value;
        }
        return map.type() == GoType.TEXT_MAP ? TextValue.EMPTY : Nil.INTERFACE;
    }
}
