package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.format.Printer;
import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.ComplexValue;
import dev.sealedsecrets.template.value.FloatValue;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.Kind;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;

/** The comparisons of the language: eq, ne, lt, le, gt, ge. Types never convert; only integers mix with integers. */
final class Comparison {
    private enum Basic {
        OTHER,
        BOOL,
        COMPLEX,
        INT,
        UINT,
        FLOAT,
        STRING
    }

    private Comparison() {}

    private static Basic basic(Value value) {
        Kind kind = value.kind();
        if (kind.isSigned()) {
            return Basic.INT;
        }
        if (kind.isUnsigned()) {
            return Basic.UINT;
        }
        return switch (kind) {
            case BOOL -> Basic.BOOL;
            case FLOAT64 -> Basic.FLOAT;
            case COMPLEX128 -> Basic.COMPLEX;
            case STRING -> Basic.STRING;
            default -> Basic.OTHER;
        };
    }

    private static Value withoutInterface(Value value) {
        return value instanceof Nil ? Nil.ABSENT : value;
    }

    /** Whether the first argument equals any of the others. */
    static boolean equal(Arguments a) {
        Value first = withoutInterface(a.get(0));
        if (a.size() < 2) {
            throw new GoError("missing argument for comparison");
        }
        for (Value other : a.from(1)) {
            if (equal(a.budget(), first, withoutInterface(other))) {
                return true;
            }
        }
        return false;
    }

    private static boolean equal(Budget budget, Value a, Value b) {
        Basic kind = basic(a);
        Basic otherKind = basic(b);
        if (kind != otherKind) {
            if (kind == Basic.INT && otherKind == Basic.UINT) {
                return number(a) >= 0 && number(a) == number(b);
            }
            if (kind == Basic.UINT && otherKind == Basic.INT) {
                return number(b) >= 0 && number(a) == number(b);
            }
            if (a != Nil.ABSENT && b != Nil.ABSENT) {
                throw incompatible(a, b);
            }
            return false;
        }
        return switch (kind) {
            case BOOL -> a == b;
            case INT, UINT -> number(a) == number(b);
            case FLOAT -> real(a) == real(b);
            case COMPLEX -> {
                ComplexValue x = (ComplexValue) a;
                ComplexValue y = (ComplexValue) b;
                yield x.real() == y.real() && x.imaginary() == y.imaginary();
            }
            case STRING -> {
                budget.bytes(text(a).length());
                yield text(a).equals(text(b));
            }
            case OTHER -> equalReferences(budget, a, b);
        };
    }

    /** Lists, maps, structs, pointers and nil. Error texts show the whole values, as Go's do. */
    private static boolean equalReferences(Budget budget, Value a, Value b) {
        if (a.kind() != b.kind() && a != Nil.ABSENT && b != Nil.ABSENT) {
            throw new GoError("non-comparable types " + Printer.print(budget, a, 's') + ": " + a.type() + ", "
                    + b.type() + ": " + Printer.print(budget, b));
        }
        if (a.isNil() || b.isNil()) {
            return a.isNil() == b.isNil();
        }
        if (b.kind() == Kind.SLICE || b.kind() == Kind.MAP) {
            throw new GoError("non-comparable type " + Printer.print(budget, b, 's') + ": " + b.type());
        }
        return a.equals(b);
    }

    private static GoError incompatible(Value a, Value b) {
        return new GoError("incompatible types for comparison: " + a.type() + " and " + b.type());
    }

    /** Whether the first argument is below the second. */
    static boolean less(Arguments arguments) {
        Value a = withoutInterface(arguments.get(0));
        Value b = withoutInterface(arguments.get(1));
        Basic kind = basic(a);
        Basic otherKind = basic(b);
        if (kind == Basic.OTHER || otherKind == Basic.OTHER) {
            throw new GoError("invalid type for comparison");
        }
        if (kind != otherKind) {
            if (kind == Basic.INT && otherKind == Basic.UINT) {
                return number(a) < 0 || Long.compareUnsigned(number(a), number(b)) < 0;
            }
            if (kind == Basic.UINT && otherKind == Basic.INT) {
                return number(b) >= 0 && Long.compareUnsigned(number(a), number(b)) < 0;
            }
            throw incompatible(a, b);
        }
        return switch (kind) {
            case FLOAT -> real(a) < real(b);
            case INT -> number(a) < number(b);
            case UINT -> Long.compareUnsigned(number(a), number(b)) < 0;
            case STRING -> {
                arguments.budget().bytes(text(a).length());
                yield text(a).compareTo(text(b)) < 0;
            }
            case BOOL, COMPLEX, OTHER -> throw new GoError("invalid type for comparison");
        };
    }

    /** Whether the first argument is below or equal to the second. */
    static boolean lessOrEqual(Arguments arguments) {
        return less(arguments) || equal(arguments);
    }

    private static long number(Value value) {
        return ((IntValue) value).value();
    }

    private static double real(Value value) {
        return ((FloatValue) value).value();
    }

    private static String text(Value value) {
        return ((TextValue) value).text();
    }
}
