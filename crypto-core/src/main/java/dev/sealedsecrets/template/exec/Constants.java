package dev.sealedsecrets.template.exec;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.parse.Node;
import dev.sealedsecrets.template.parse.NodeText;
import dev.sealedsecrets.template.parse.NumberConstant;
import dev.sealedsecrets.template.value.BoolValue;
import dev.sealedsecrets.template.value.FloatValue;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;

/** The values of literals: by the parameter they are for, or by how they are written. */
final class Constants {
    private final Position position;
    private final Budget budget;

    Constants(Position position, Budget budget) {
        this.position = position;
        this.budget = budget;
    }

    /** A literal where any type will do. */
    Value untyped(Node node) {
        position.at(node);
        if (node instanceof Node.Bool bool) {
            return BoolValue.of(bool.value());
        }
        if (node instanceof Node.StringLiteral literal) {
            return TextValue.of(literal.text());
        }
        if (node instanceof Node.NumberLiteral number) {
            return number(number.constant());
        }
        throw position.fail("can't evaluate command " + NodeText.of(node, budget));
    }

    private Value number(NumberConstant constant) {
        if (constant.complex().isPresent()) {
            return constant.complex().get();
        }
        String text = constant.text();
        boolean isFloat = constant.real().isPresent()
                && !isHexInteger(text)
                && text.charAt(0) != '\''
                && text.chars().anyMatch(c -> ".eEpP".indexOf(c) >= 0);
        if (isFloat) {
            return new FloatValue(constant.real().getAsDouble());
        }
        if (constant.signed().isEmpty()) {
            throw position.fail(text + " overflows int");
        }
        return IntValue.of(constant.signed().getAsLong());
    }

    private static boolean isHexInteger(String text) {
        return text.length() > 2
                && text.charAt(0) == '0'
                && (text.charAt(1) == 'x' || text.charAt(1) == 'X')
                && text.indexOf('p') < 0
                && text.indexOf('P') < 0;
    }

    /** A literal as an argument for a parameter of a type. */
    Value typed(GoType type, Node node) {
        position.at(node);
        if (type == GoType.ANY || type == GoType.VALUE) {
            return untyped(node);
        }
        return switch (type.kind()) {
            case BOOL -> {
                if (node instanceof Node.Bool bool) {
                    yield BoolValue.of(bool.value());
                }
                throw expected("bool", node);
            }
            case STRING -> {
                if (node instanceof Node.StringLiteral literal) {
                    yield TextValue.of(literal.text());
                }
                throw expected("string", node);
            }
            case INT, INT32, INT64 -> {
                if (node instanceof Node.NumberLiteral number
                        && number.constant().signed().isPresent()) {
                    yield new IntValue(type, number.constant().signed().getAsLong());
                }
                throw expected("integer", node);
            }
            case UINT8, UINT32, UINT64 -> {
                if (node instanceof Node.NumberLiteral number
                        && number.constant().unsigned().isPresent()) {
                    long bits = number.constant().unsigned().getAsLong();
                    yield new IntValue(type, type == GoType.UINT32 ? bits & 0xFFFFFFFFL : bits);
                }
                throw expected("unsigned integer", node);
            }
            case FLOAT64 -> {
                if (node instanceof Node.NumberLiteral number
                        && number.constant().real().isPresent()) {
                    yield new FloatValue(number.constant().real().getAsDouble());
                }
                throw expected("float", node);
            }
            default -> throw position.fail("can't handle " + NodeText.of(node, budget) + " for arg of type " + type);
        };
    }

    private ExecutionFailure expected(String what, Node node) {
        return position.fail("expected " + what + "; found " + NodeText.of(node, budget));
    }
}
