package dev.sealedsecrets.cli.cases;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, texts, {@link BigDecimal}s, booleans and nulls: values that can be compared. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    static @Nullable Object parse(String text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            @Nullable Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new IOException("something follows the JSON value");
            }
            return value;
        }
    }

    /** Of maps, lists, texts, numbers, booleans and nulls. */
    static String text(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(value, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The same value with all numbers of one type. */
    static @Nullable Object normal(@Nullable Object value) {
        return withScalars(
                value, scalar -> scalar instanceof Number number ? new BigDecimal(number.toString()) : scalar);
    }

    /** The same value with other texts; names of entries stay. */
    static @Nullable Object withTexts(@Nullable Object value, UnaryOperator<String> change) {
        return withScalars(value, scalar -> scalar instanceof String text ? change.apply(text) : scalar);
    }

    private static @Nullable Object withScalars(@Nullable Object value, UnaryOperator<@Nullable Object> change) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(withScalars(item, change)));
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((key, item) -> entries.put(key, withScalars(item, change)));
            return entries;
        }
        return change.apply(value);
    }

    private static void write(@Nullable Object value, JsonGenerator generator) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(entry.getKey().toString());
                write(entry.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (@Nullable Object item : list) {
                write(item, generator);
            }
            generator.writeEndArray();
        } else if (value instanceof Number number) {
            generator.writeNumber(new BigDecimal(number.toString()));
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else {
            generator.writeString((String) value);
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("no JSON value");
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> entries = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    entries.put(key, value(parser));
                }
                yield entries;
            }
            case START_ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("not a JSON value: " + token);
        };
    }
}
