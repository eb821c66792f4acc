package dev.sealedsecrets.template.function;

import static dev.sealedsecrets.template.value.GoType.ANY;
import static dev.sealedsecrets.template.value.GoType.BOOL;
import static dev.sealedsecrets.template.value.GoType.STRING;

import dev.sealedsecrets.template.json.JsonReader;
import dev.sealedsecrets.template.json.JsonWriter;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.BoolValue;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import org.jspecify.annotations.Nullable;

/** sprig's functions for empty values, JSON, reflection and giving up. */
final class DefaultFunctions {
    private DefaultFunctions() {}

    static @Nullable GoFunction find(String name) {
        return switch (name) {
            case "default" -> GoFunction.variadic(DefaultFunctions::orDefault, ANY, ANY);
            case "empty" -> GoFunction.of(a -> BoolValue.of(isEmpty(a.get(0))), ANY);
            case "coalesce" -> GoFunction.variadic(DefaultFunctions::coalesce, ANY);
            case "all" ->
                GoFunction.variadic(a -> BoolValue.of(a.from(0).stream().noneMatch(DefaultFunctions::isEmpty)), ANY);
            case "any" ->
                GoFunction.variadic(a -> BoolValue.of(!a.from(0).stream().allMatch(DefaultFunctions::isEmpty)), ANY);
            case "ternary" -> GoFunction.of(a -> a.get(a.bool(2) ? 0 : 1), ANY, ANY, BOOL);
            case "fail" -> GoFunction.of(a -> fail(a.text(0)), STRING);
            case "fromJson" ->
                GoFunction.of(a -> JsonReader.read(a.budget(), a.text(0)).value(), STRING);
            case "mustFromJson" -> GoFunction.of(DefaultFunctions::mustFromJson, STRING);
            case "toJson" -> GoFunction.of(a -> orEmpty(a, JsonWriter.Style.COMPACT), ANY);
            case "toPrettyJson" -> GoFunction.of(a -> orEmpty(a, JsonWriter.Style.PRETTY), ANY);
            case "mustToJson" -> GoFunction.of(a -> json(a, JsonWriter.Style.COMPACT), ANY);
            case "mustToPrettyJson" -> GoFunction.of(a -> json(a, JsonWriter.Style.PRETTY), ANY);
            case "toRawJson", "mustToRawJson" -> GoFunction.of(a -> json(a, JsonWriter.Style.RAW), ANY);
            case "typeOf" -> GoFunction.of(a -> TextValue.of(typeOf(a.get(0))), ANY);
            case "typeIs" -> GoFunction.of(a -> BoolValue.of(a.text(0).equals(typeOf(a.get(1)))), STRING, ANY);
            case "typeIsLike" -> GoFunction.of(a -> BoolValue.of(typeIsLike(a)), STRING, ANY);
            case "kindOf" -> GoFunction.of(a -> TextValue.of(kindOf(a.get(0))), ANY);
            case "kindIs" -> GoFunction.of(a -> BoolValue.of(a.text(0).equals(kindOf(a.get(1)))), STRING, ANY);
            case "deepEqual" ->
                GoFunction.of(a -> BoolValue.of(DeepEqual.test(a.budget(), a.get(0), a.get(1))), ANY, ANY);
            default -> null;
        };
    }

    /** Empty, zero, false or nil; a struct never is. */
    static boolean isEmpty(Value value) {
        return !value.isTrue();
    }

    private static Value orDefault(Arguments a) {
        return a.size() < 2 || isEmpty(a.get(1)) ? a.get(0) : a.get(1);
    }

    private static Value coalesce(Arguments a) {
        for (Value value : a.from(0)) {
            if (!isEmpty(value)) {
                return value;
            }
        }
        return Nil.INTERFACE;
    }

    private static Value fail(String message) {
        throw new GoError(message);
    }

    private static Value mustFromJson(Arguments a) {
        JsonReader.Result result = JsonReader.read(a.budget(), a.text(0));
        if (result.error().isPresent()) {
            throw new GoError(result.error().get());
        }
        return result.value();
    }

    private static Value json(Arguments a, JsonWriter.Style style) {
        return TextValue.of(JsonWriter.write(a.rendering(), a.get(0), style));
    }

    private static Value orEmpty(Arguments a, JsonWriter.Style style) {
        try {
            return json(a, style);
        } catch (GoError e) {
            return TextValue.EMPTY;
        }
    }

    private static String typeOf(Value value) {
        return value instanceof Nil ? "<nil>" : value.type().name();
    }

    private static boolean typeIsLike(Arguments a) {
        String type = typeOf(a.get(1));
        return type.equals(a.text(0)) || type.equals("*" + a.text(0));
    }

    private static String kindOf(Value value) {
        return value instanceof Nil ? "invalid" : value.kind().text();
    }
}
