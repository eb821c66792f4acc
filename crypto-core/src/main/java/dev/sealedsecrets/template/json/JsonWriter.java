package dev.sealedsecrets.template.json;

import dev.sealedsecrets.template.format.Bytes;
import dev.sealedsecrets.template.limit.BoundedText;
import dev.sealedsecrets.template.text.FloatText;
import dev.sealedsecrets.template.text.Utf8;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.BoolValue;
import dev.sealedsecrets.template.value.FloatValue;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.MapValue;
import dev.sealedsecrets.template.value.PointerValue;
import dev.sealedsecrets.template.value.Rendering;
import dev.sealedsecrets.template.value.StructValue;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.Base64;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Go's {@code json.Marshal}. A value JSON has no form for, and one that contains itself, is a {@link GoError}. */
public final class JsonWriter {
    /** How the text looks. */
    public enum Style {
        /** One line; {@code < > &} escaped. */
        COMPACT,
        /** Indented by two blanks; {@code < > &} escaped. */
        PRETTY,
        /** One line; {@code < > &} as they are. */
        RAW
    }

    private static final int STEPS_PER_VALUE = 4;

    private static final String HEX = "0123456789abcdef";

    private final Rendering rendering;
    private final Style style;
    private final BoundedText out;
    private final Set<Value> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int level;

    private JsonWriter(Rendering rendering, Style style) {
        this.rendering = rendering;
        this.style = style;
        this.out = new BoundedText(rendering.budget());
    }

    /** The JSON text of a value. */
    public static String write(Rendering rendering, Value value, Style style) {
        JsonWriter writer = new JsonWriter(rendering, style);
        int level = rendering.budget().nesting();
        try {
            writer.value(value);
        } finally {
            rendering.budget().unwind(level);
        }
        return writer.out.finish();
    }

    private void value(Value value) {
        rendering.budget().steps(STEPS_PER_VALUE);
        if (value.isNil()) {
            out.append("null");
            return;
        }
        GoFunction marshal = value.type().methods().find(value, "MarshalJSON");
        if (marshal != null) {
            out.append(marshalled(value, marshal));
            return;
        }
        switch (value.kind()) {
            case BOOL -> out.append(value == BoolValue.TRUE ? "true" : "false");
            case INT, INT32, INT64, UINT8, UINT32 -> out.append(((IntValue) value).value());
            case UINT64 -> out.append(Long.toUnsignedString(((IntValue) value).value()));
            case FLOAT64 -> number(((FloatValue) value).value());
            case STRING -> string(((TextValue) value).text());
            case SLICE -> list((ListValue) value);
            case MAP -> map((MapValue) value);
            case STRUCT -> struct((StructValue) value);
            case POINTER -> struct(((PointerValue) value).target().orElseThrow());
            default -> throw new GoError("json: unsupported type: " + value.type());
        }
    }

    private String marshalled(Value value, GoFunction marshal) {
        try {
            return Bytes.of((ListValue) marshal.call(new Arguments(rendering, List.of())));
        } catch (GoError e) {
            throw new GoError("json: error calling MarshalJSON for type " + value.type() + ": " + e.text());
        }
    }

    private void number(double d) {
        if (Double.isNaN(d) || Double.isInfinite(d)) {
            throw new GoError("json: unsupported value: " + FloatText.format(d, 'g', FloatText.SHORTEST));
        }
        double magnitude = Math.abs(d);
        boolean exponent = magnitude != 0 && (magnitude < 1e-6 || magnitude >= 1e21);
        String text = FloatText.format(d, exponent ? 'e' : 'f', FloatText.SHORTEST);
        int e = text.indexOf("e-0");
        out.append(e > 0 ? text.substring(0, e + 2) + text.substring(e + 3) : text);
    }

    private void string(String s) {
        out.append('"');
        int start = 0;
        for (int i = 0; i < s.length(); ) {
            int decoded = Utf8.decode(s, i);
            int width = Utf8.width(decoded);
            if (needsEscape(decoded)) {
                out.append(s, start, i);
                escaped(decoded);
                start = i + width;
            }
            i += width;
        }
        out.append(s, start, s.length()).append('"');
    }

    private boolean needsEscape(int decoded) {
        int r = Utf8.rune(decoded);
        if (r < 0x80) {
            return r < ' ' || r == '"' || r == '\\' || (style != Style.RAW && (r == '<' || r == '>' || r == '&'));
        }
        return Utf8.isInvalid(decoded) || r == 0x2028 || r == 0x2029;
    }

    private void escaped(int decoded) {
        int r = Utf8.rune(decoded);
        switch (r) {
            case '"', '\\' -> out.append('\\').append((char) r);
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt((r >> shift) & 0xF));
                }
            }
        }
    }

    private void list(ListValue list) {
        if (list.type() == GoType.BYTES) {
            out.append('"')
                    .append(Base64.getEncoder().encodeToString(Utf8.toBytes(Bytes.of(list))))
                    .append('"');
            return;
        }
        enter(list);
        out.append('[');
        boolean first = true;
        for (Value item : list.items()) {
            next(first);
            first = false;
            value(item);
        }
        end(first, ']');
        leave(list);
    }

    private void map(MapValue map) {
        enter(map);
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
            next(first);
            first = false;
            member(entry.getKey(), entry.getValue());
        }
        end(first, '}');
        leave(map);
    }

    private void struct(StructValue struct) {
        level++;
        out.append('{');
        boolean first = true;
        for (StructValue.Field field : struct.fields()) {
            if (field.isExported()) {
                next(first);
                first = false;
                member(field.name(), field.value());
            }
        }
        end(first, '}');
        level--;
    }

    private void member(String name, Value value) {
        string(name);
        out.append(style == Style.PRETTY ? ": " : ":");
        value(value);
    }

    private void enter(Value container) {
        if (!open.add(container)) {
            throw new GoError("json: unsupported value: encountered a cycle via " + container.type());
        }
        rendering.budget().enter();
        level++;
    }

    private void leave(Value container) {
        level--;
        rendering.budget().leave();
        open.remove(container);
    }

    /** What stands before an item. */
    private void next(boolean first) {
        if (!first) {
            out.append(',');
        }
        if (style == Style.PRETTY) {
            out.append('\n').repeat(' ', 2L * level);
        }
    }

    /** What stands before the closing bracket, and that. */
    private void end(boolean empty, char bracket) {
        if (!empty && style == Style.PRETTY) {
            out.append('\n').repeat(' ', 2L * (level - 1));
        }
        out.append(bracket);
    }
}
