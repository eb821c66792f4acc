package dev.sealedsecrets.template.format;

import dev.sealedsecrets.template.limit.BoundedText;
import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.value.BoolValue;
import dev.sealedsecrets.template.value.ComplexValue;
import dev.sealedsecrets.template.value.FloatValue;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.Kind;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.MapValue;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.PointerValue;
import dev.sealedsecrets.template.value.StructValue;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Go's formatted printing (package fmt) of template values. One printer writes one text; flags of a verb reach into lists,
 * maps and structs.
 */
public final class Printer {
    private static final String NIL = "<nil>";
    private static final int STEPS_PER_VALUE = 4;

    private final Budget budget;
    private final BoundedText out;
    private final Spec spec = new Spec();
    private final Fields fields;
    private boolean inBadVerb;
    /** The operand, or the element of it, that a complaint about the verb names. */
    private Value subject = Nil.INTERFACE;

    private Printer(Budget budget) {
        this.budget = budget;
        this.out = new BoundedText(budget);
        this.fields = new Fields(out, spec);
    }

    /** {@code fmt.Sprintf}. */
    public static String printf(Budget budget, String format, List<? extends Value> operands) {
        Printer printer = new Printer(budget);
        new FormatString(printer, format, operands).run();
        return printer.out.finish();
    }

    /** {@code fmt.Sprint}: a blank between two operands of which neither is a text. */
    public static String print(Budget budget, List<? extends Value> operands) {
        Printer printer = new Printer(budget);
        boolean previousIsText = true;
        for (int i = 0; i < operands.size(); i++) {
            boolean isText = operands.get(i).kind() == Kind.STRING;
            if (i > 0 && !isText && !previousIsText) {
                printer.out.append(' ');
            }
            printer.operand(operands.get(i), 'v');
            previousIsText = isText;
        }
        return printer.out.finish();
    }

    /** {@code fmt.Sprintln}: always a blank between operands, a line feed at the end. */
    public static String println(Budget budget, List<? extends Value> operands) {
        Printer printer = new Printer(budget);
        for (int i = 0; i < operands.size(); i++) {
            if (i > 0) {
                printer.out.append(' ');
            }
            printer.operand(operands.get(i), 'v');
        }
        return printer.out.append('\n').finish();
    }

    /** The value as {@code %v} prints it. */
    public static String print(Budget budget, Value value) {
        return print(budget, value, 'v');
    }

    /** The value as a verb without flags prints it. */
    public static String print(Budget budget, Value value, char verb) {
        if (verb == 'v' && value instanceof TextValue text) {
            return text.text();
        }
        Printer printer = new Printer(budget);
        printer.operand(value, verb);
        return printer.out.finish();
    }

    Spec spec() {
        return spec;
    }

    BoundedText out() {
        return out;
    }

    void operand(Value value, int verb) {
        subject = value;
        if (value instanceof Nil) {
            if (verb == 'T' || verb == 'v') {
                fields.pad(NIL);
            } else {
                badVerb(Nil.INTERFACE, verb);
            }
            return;
        }
        if (verb == 'T') {
            fields.text(value.type().name());
        } else if (verb == 'p') {
            pointer(value, verb);
        } else if (!stringMethod(value, verb)) {
            value(value, verb, 0);
        }
    }

    /** Types with a String method print through it, except where the verb asks for the value itself. */
    private boolean stringMethod(Value value, int verb) {
        if (inBadVerb) {
            return false;
        }
        if (verb == 'w' && value.type() != GoType.BYTES) {
            badVerb(value, verb);
            return true;
        }
        if (spec.sharpV) {
            Optional<String> syntax = value.type().methods().goSyntax(value);
            syntax.ifPresent(fields::text);
            return syntax.isPresent();
        }
        if (verb != 'v' && verb != 's' && verb != 'x' && verb != 'X' && verb != 'q') {
            return false;
        }
        Optional<String> text = value.type().methods().string(value);
        text.ifPresent(s -> text(s, verb));
        return text.isPresent();
    }

    /** An element of a list, map or struct. */
    private void element(Value value, int verb, int depth) {
        if (value instanceof Nil) {
            out.append(spec.sharpV ? GoType.ANY + "(nil)" : NIL);
            return;
        }
        subject = value;
        if (!stringMethod(value, verb)) {
            value(value, verb, depth);
        }
    }

    private void value(Value value, int verb, int depth) {
        budget.enter();
        budget.steps(STEPS_PER_VALUE);
        switch (value.kind()) {
            case BOOL -> bool(value, verb);
            case INT, INT32, INT64, UINT8, UINT32, UINT64 -> integer((IntValue) value, verb);
            case FLOAT64 -> real(value, ((FloatValue) value).value(), verb);
            case COMPLEX128 -> complex((ComplexValue) value, verb);
            case STRING -> text(((TextValue) value).text(), verb);
            case SLICE -> list((ListValue) value, verb, depth);
            case MAP -> map((MapValue) value, verb, depth);
            case STRUCT -> struct((StructValue) value, verb, depth);
            case POINTER -> pointerOrTarget((PointerValue) value, verb, depth);
            case INVALID, INTERFACE -> out.append(NIL);
        }
        budget.leave();
    }

    private void bool(Value value, int verb) {
        if (verb == 't' || verb == 'v') {
            fields.pad(value == BoolValue.TRUE ? "true" : "false");
        } else {
            badVerb(value, verb);
        }
    }

    private void integer(IntValue value, int verb) {
        boolean signed = value.kind().isSigned();
        long n = value.value();
        switch (verb) {
            case 'v' -> {
                if (spec.sharpV && !signed) {
                    unsignedSyntax(n);
                } else {
                    fields.integer(n, signed, 10, 'd');
                }
            }
            case 'd' -> fields.integer(n, signed, 10, 'd');
            case 'b' -> fields.integer(n, signed, 2, 'b');
            case 'o', 'O' -> fields.integer(n, signed, 8, (char) verb);
            case 'x', 'X' -> fields.integer(n, signed, 16, (char) verb);
            case 'c' -> fields.character(n);
            case 'q' -> fields.quotedCharacter(n);
            case 'U' -> fields.unicode(n);
            default -> badVerb(value, verb);
        }
    }

    /** {@code %#v} of an unsigned number: hexadecimal with 0x. */
    private void unsignedSyntax(long n) {
        boolean sharp = spec.sharp;
        spec.sharp = true;
        fields.integer(n, false, 16, 'v');
        spec.sharp = sharp;
    }

    private void real(Value owner, double value, int verb) {
        switch (verb) {
            case 'v' -> fields.real(value, 'g', -1);
            case 'b', 'g', 'G', 'x', 'X' -> fields.real(value, (char) verb, -1);
            case 'f', 'e', 'E' -> fields.real(value, (char) verb, 6);
            case 'F' -> fields.real(value, 'f', 6);
            default -> badVerb(owner, verb);
        }
    }

    private void complex(ComplexValue value, int verb) {
        if ("vbgGxXfFeE".indexOf(verb) < 0) {
            badVerb(value, verb);
            return;
        }
        out.append('(');
        real(value, value.real(), verb);
        boolean plus = spec.plus;
        spec.plus = true;
        real(value, value.imaginary(), verb);
        out.append("i)");
        spec.plus = plus;
    }

    private void text(String s, int verb) {
        switch (verb) {
            case 'v' -> {
                if (spec.sharpV) {
                    fields.quoted(s);
                } else {
                    fields.text(s);
                }
            }
            case 's' -> fields.text(s);
            case 'x', 'X' -> fields.hexText(s, verb == 'X');
            case 'q' -> fields.quoted(s);
            default -> badVerb(TextValue.of(s), verb);
        }
    }

    private void list(ListValue list, int verb, int depth) {
        if (list.type() == GoType.BYTES && (verb == 's' || verb == 'q' || verb == 'x' || verb == 'X')) {
            text(Bytes.of(list), verb);
            return;
        }
        if (spec.sharpV) {
            out.append(list.type() == GoType.BYTES ? "[]byte" : list.type().name());
            if (list.isNil()) {
                out.append("(nil)");
                return;
            }
        }
        out.append(spec.sharpV ? '{' : '[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                separator();
            }
            element(list.get(i), verb, depth + 1);
        }
        out.append(spec.sharpV ? '}' : ']');
    }

    private void separator() {
        out.append(spec.sharpV ? ", " : " ");
    }

    private void map(MapValue map, int verb, int depth) {
        if (spec.sharpV) {
            out.append(map.type().name());
            if (map.isNil()) {
                out.append("(nil)");
                return;
            }
        }
        out.append(spec.sharpV ? "{" : "map[");
        boolean first = true;
        for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
            if (!first) {
                separator();
            }
            first = false;
            element(TextValue.of(entry.getKey()), verb, depth + 1);
            out.append(':');
            element(entry.getValue(), verb, depth + 1);
        }
        out.append(spec.sharpV ? '}' : ']');
    }

    private void struct(StructValue struct, int verb, int depth) {
        if (spec.sharpV) {
            out.append(struct.type().name());
        }
        out.append('{');
        boolean first = true;
        for (StructValue.Field field : struct.fields()) {
            if (!first) {
                separator();
            }
            first = false;
            if (spec.plusV || spec.sharpV) {
                out.append(field.name()).append(':');
            }
            if (field.isExported()) {
                element(field.value(), verb, depth + 1);
            } else {
                subject = field.value();
                value(field.value(), verb, depth + 1);
            }
        }
        out.append('}');
    }

    private void pointerOrTarget(PointerValue pointer, int verb, int depth) {
        Optional<StructValue> target = pointer.target();
        if (depth == 0 && target.isPresent()) {
            out.append('&');
            element(target.get(), verb, depth + 1);
        } else {
            pointer(pointer, verb);
        }
    }

    /** Addresses differ from run to run in Go; a stand-in of the usual shape keeps templates deterministic. */
    private void pointer(Value value, int verb) {
        if (!value.kind().isNillable() || value.kind() == Kind.INTERFACE) {
            badVerb(value, verb);
        } else if (verb == 'v' && value.isNil()) {
            fields.pad(NIL);
        } else if (verb == 'v' || verb == 'p') {
            boolean sharp = spec.sharp;
            spec.sharp = !sharp;
            fields.integer(value.isNil() ? 0 : 0xc000000000L, false, 16, 'x');
            spec.sharp = sharp;
        } else if ("bodxX".indexOf(verb) >= 0) {
            integer(new IntValue(GoType.UINT64, value.isNil() ? 0 : 0xc000000000L), verb);
        } else {
            badVerb(value, verb);
        }
    }

    /** {@code %!verb(type=value)}: the verb does not fit the operand. */
    private void badVerb(Value value, int verb) {
        inBadVerb = true;
        out.append("%!").appendRune(verb).append('(');
        Value named = subject instanceof Nil ? value : subject;
        if (named instanceof Nil) {
            out.append(NIL);
        } else {
            out.append(named.type().name()).append('=');
            Value before = subject;
            operand(named, 'v');
            subject = before;
        }
        out.append(')');
        inBadVerb = false;
    }
}
