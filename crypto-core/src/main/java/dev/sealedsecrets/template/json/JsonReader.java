package dev.sealedsecrets.template.json;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.text.FloatReader;
import dev.sealedsecrets.template.text.Quoting;
import dev.sealedsecrets.template.text.Utf8;
import dev.sealedsecrets.template.value.BoolValue;
import dev.sealedsecrets.template.value.FloatValue;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.MapValue;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Go's {@code json.Unmarshal} into any: objects become dicts, arrays lists, numbers float64. Malformed text gives nil; a number
 * that no float64 holds becomes nil on its own, and an error beside the rest.
 */
public final class JsonReader {
    /** Nesting up to which Go reads. */
    private static final int MAX_DEPTH = 10_000;

    /** Memory of one value. */
    private static final int BYTES_PER_VALUE = 64;

    /**
     * What came of reading.
     *
     * @param error Go's error text, if there was one
     */
    public record Result(Value value, Optional<String> error) {}

    private final Budget budget;
    private final String text;
    private int position;
    private int depth;
    private @Nullable String numberError;

    private JsonReader(Budget budget, String text) {
        this.budget = budget;
        this.text = text;
    }

    /** Reads one JSON value that must be the whole text. */
    public static Result read(Budget budget, String text) {
        budget.bytes(text.length());
        JsonReader reader = new JsonReader(budget, text);
        int level = budget.nesting();
        try {
            Value value = reader.document();
            return new Result(value, Optional.ofNullable(reader.numberError));
        } catch (JsonFailure e) {
            budget.unwind(level);
            return new Result(Nil.INTERFACE, Optional.ofNullable(e.getMessage()));
        }
    }

    private Value document() {
        Value value = value();
        skipSpace();
        if (position < text.length()) {
            throw unexpected("after top-level value");
        }
        return value;
    }

    private JsonFailure unexpected(String context) {
        boolean insideToken = (context.startsWith("in ") && !context.equals("in string literal"))
                || context.startsWith("after decimal point");
        if (position >= text.length() && !insideToken) {
            return new JsonFailure("unexpected end of JSON input");
        }
        // Go ends its input with a blank, which cannot stand inside a token.
        char c = position < text.length() ? text.charAt(position) : ' ';
        String shown = switch (c) {
            case '\'' -> "'\\''";
            case '"' -> "'\"'";
            default -> {
                String quoted = Quoting.quote(Utf8.of(c));
                yield "'" + quoted.substring(1, quoted.length() - 1) + "'";
            }
        };
        return new JsonFailure("invalid character " + shown + " " + context);
    }

    private void skipSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private int peek() {
        return position < text.length() ? text.charAt(position) : -1;
    }

    private Value value() {
        skipSpace();
        budget.elements(1, BYTES_PER_VALUE);
        int c = peek();
        return switch (c) {
            case '{' -> nested(true);
            case '[' -> nested(false);
            case '"' -> TextValue.of(string());
            case 't' -> literal("true", BoolValue.TRUE);
            case 'f' -> literal("false", BoolValue.FALSE);
            case 'n' -> literal("null", Nil.INTERFACE);
            default -> {
                if (c == '-' || (c >= '0' && c <= '9')) {
                    yield number();
                }
                throw unexpected("looking for beginning of value");
            }
        };
    }

    private Value nested(boolean object) {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new JsonFailure("exceeded max depth");
        }
        budget.enter();
        position++;
        Value value = object ? object() : array();
        budget.leave();
        depth--;
        return value;
    }

    private Value object() {
        MapValue map = MapValue.dict();
        skipSpace();
        if (peek() == '}') {
            position++;
            return map;
        }
        while (true) {
            skipSpace();
            if (peek() != '"') {
                throw unexpected("looking for beginning of object key string");
            }
            String key = string();
            skipSpace();
            if (peek() != ':') {
                throw unexpected("after object key");
            }
            position++;
            map.put(key, value());
            skipSpace();
            if (peek() == '}') {
                position++;
                return map;
            }
            if (peek() != ',') {
                throw unexpected("after object key:value pair");
            }
            position++;
        }
    }

    private Value array() {
        List<Value> items = new ArrayList<>();
        skipSpace();
        if (peek() == ']') {
            position++;
            return ListValue.of(items);
        }
        while (true) {
            items.add(value());
            skipSpace();
            if (peek() == ']') {
                position++;
                return ListValue.of(items);
            }
            if (peek() != ',') {
                throw unexpected("after array element");
            }
            position++;
        }
    }

    private Value literal(String word, Value value) {
        for (int i = 0; i < word.length(); i++) {
            if (peek() != word.charAt(i)) {
                throw unexpected("in literal " + word + " (expecting '" + word.charAt(i) + "')");
            }
            position++;
        }
        return value;
    }

    private Value number() {
        int start = position;
        if (peek() == '-') {
            position++;
        }
        if (peek() == '0') {
            position++;
        } else {
            digits("in numeric literal");
        }
        if (peek() == '.') {
            position++;
            digits("after decimal point in numeric literal");
        }
        if (peek() == 'e' || peek() == 'E') {
            position++;
            if (peek() == '+' || peek() == '-') {
                position++;
            }
            digits("in exponent of numeric literal");
        }
        String literal = text.substring(start, position);
        OptionalDouble number = FloatReader.parse(literal);
        if (number.isEmpty()) {
            if (numberError == null) {
                numberError = "json: cannot unmarshal number " + literal + " into Go value of type float64";
            }
            return Nil.INTERFACE;
        }
        return new FloatValue(number.getAsDouble());
    }

    private void digits(String context) {
        if (peek() < '0' || peek() > '9') {
            throw unexpected(context);
        }
        while (peek() >= '0' && peek() <= '9') {
            position++;
        }
    }

    private String string() {
        position++;
        StringBuilder out = new StringBuilder();
        while (true) {
            int c = peek();
            if (c == '"') {
                position++;
                return out.toString();
            }
            if (c < ' ') {
                throw unexpected("in string literal");
            }
            if (c == '\\') {
                position++;
                escape(out);
            } else {
                int decoded = Utf8.decode(text, position);
                Utf8.append(out, Utf8.rune(decoded));
                position += Utf8.width(decoded);
            }
        }
    }

    private void escape(StringBuilder out) {
        int c = peek();
        switch (c) {
            case '"', '\\', '/' -> out.append((char) c);
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'u' -> {
                position++;
                unicode(out);
                return;
            }
            default -> throw unexpected("in string escape code");
        }
        position++;
    }

    /** A \\u escape; two that form a surrogate pair make one character, a lone surrogate U+FFFD. */
    private void unicode(StringBuilder out) {
        int r = hexadecimal();
        if (Character.isHighSurrogate((char) r) && text.startsWith("\\u", position)) {
            int back = position;
            position += 2;
            int low = hexadecimal();
            if (Character.isLowSurrogate((char) low)) {
                Utf8.append(out, Character.toCodePoint((char) r, (char) low));
                return;
            }
            position = back;
        }
        Utf8.append(out, r);
    }

    private int hexadecimal() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int c = peek();
            int digit = c >= 0 && c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw unexpected("in \\u hexadecimal character escape");
            }
            value = value * 16 + digit;
            position++;
        }
        return value;
    }
}
