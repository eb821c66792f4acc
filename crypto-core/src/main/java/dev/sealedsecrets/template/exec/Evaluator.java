package dev.sealedsecrets.template.exec;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.limit.LimitExceeded;
import dev.sealedsecrets.template.parse.Node;
import dev.sealedsecrets.template.parse.NodeText;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.Rendering;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates pipelines: commands, fields, calls. The value piped into a command ("piped") is null where there is none, which is
 * not the same as an absent value.
 */
final class Evaluator {
    /** What a call costs beyond the work of the function itself. */
    private static final int STEPS_PER_CALL = 10;

    private final Position position;
    private final Rendering rendering;
    private final Budget budget;
    private final Constants constants;

    Evaluator(Position position, Rendering rendering) {
        this.position = position;
        this.rendering = rendering;
        this.budget = rendering.budget();
        this.constants = new Constants(position, budget);
    }

    /** The value of a pipeline, which its variables take too. */
    Value pipeline(Variables variables, Slot dot, Node.Pipeline pipeline) {
        budget.enter();
        position.at(pipeline);
        Value value = null;
        for (Node.Command command : pipeline.commands()) {
            value = command(variables, dot, command, value);
            if (value == Nil.INTERFACE) {
                value = Nil.ABSENT;
            }
        }
        Value result = value == null ? Nil.ABSENT : value;
        for (String name : pipeline.variables()) {
            if (pipeline.isAssignment()) {
                assign(variables, name, Slot.of(result));
            } else {
                variables.push(name, Slot.of(result));
            }
        }
        budget.leave();
        return result;
    }

    /** Gives an existing variable a value; the parser lets pass that there is none. */
    void assign(Variables variables, String name, Slot value) {
        if (!variables.set(name, value)) {
            throw undefined(name);
        }
    }

    private ExecutionFailure undefined(String name) {
        return position.fail("undefined variable: " + name);
    }

    private Value command(Variables variables, Slot dot, Node.Command command, @Nullable Value piped) {
        List<Node> words = command.words();
        Node first = words.get(0);
        if (first instanceof Node.Field field) {
            position.at(field);
            return fields(variables, dot, dot, field, field.names(), words, piped);
        }
        if (first instanceof Node.Chain chain) {
            return chain(variables, dot, chain, words, piped);
        }
        if (first instanceof Node.Identifier identifier) {
            position.at(identifier);
            return call(variables, dot, identifier.function(), command, identifier.name(), words, piped);
        }
        if (first instanceof Node.Pipeline inner) {
            refuseArguments(words, piped);
            return pipeline(variables, dot, inner);
        }
        if (first instanceof Node.Variable variable) {
            return variable(variables, dot, variable, words, piped);
        }
        position.at(first);
        refuseArguments(words, piped);
        if (first instanceof Node.Dot) {
            return dot.value();
        }
        if (first instanceof Node.NilWord) {
            throw position.fail("nil is not a command");
        }
        return constants.untyped(first);
    }

    private void refuseArguments(List<Node> words, @Nullable Value piped) {
        if (words.size() > 1 || piped != null) {
            throw position.fail("can't give argument to non-function " + NodeText.of(words.get(0), budget));
        }
    }

    private Value chain(Variables variables, Slot dot, Node.Chain chain, List<Node> words, @Nullable Value piped) {
        position.at(chain);
        if (chain.node() instanceof Node.NilWord) {
            throw position.fail("indirection through explicit nil in " + NodeText.of(chain, budget));
        }
        Value receiver = argument(variables, dot, GoType.VALUE, chain.node());
        return fields(variables, dot, Slot.of(receiver), chain, chain.fields(), words, piped);
    }

    private Value variable(
            Variables variables, Slot dot, Node.Variable variable, List<Node> words, @Nullable Value piped) {
        position.at(variable);
        Slot value = variables.get(variable.name()).orElseThrow(() -> undefined(variable.name()));
        if (variable.fields().isEmpty()) {
            refuseArguments(words, piped);
            return value.value();
        }
        return fields(variables, dot, value, variable, variable.fields(), words, piped);
    }

    /** Follows names from a receiver; arguments, if any, go to the last one. */
    private Value fields(
            Variables variables,
            Slot dot,
            Slot receiver,
            Node node,
            List<String> names,
            List<Node> words,
            @Nullable Value piped) {
        Slot slot = receiver;
        int last = names.size() - 1;
        for (int i = 0; i < last; i++) {
            Value value = field(variables, dot, names.get(i), node, List.of(), null, slot);
            slot = Slot.element(slot.value(), value);
        }
        return field(variables, dot, names.get(last), node, words, piped, slot);
    }

    private Value field(
            Variables variables,
            Slot dot,
            String name,
            Node node,
            List<Node> words,
            @Nullable Value piped,
            Slot receiver) {
        Value value = receiver.value();
        if (value == Nil.ABSENT) {
            return Nil.ABSENT;
        }
        if (value == Nil.INTERFACE) {
            throw position.fail("nil pointer evaluating interface {}." + name);
        }
        GoFunction method = value.type().methods().find(value, name);
        if (method != null) {
            return call(variables, dot, method, node, name, words, piped);
        }
        return Members.get(position, receiver, name, words.size() > 1 || piped != null);
    }

    /** Calls a function; {@code words} begins with the word that names it, or is empty. */
    private Value call(
            Variables variables,
            Slot dot,
            GoFunction function,
            Node node,
            String name,
            List<Node> words,
            @Nullable Value piped) {
        budget.steps(STEPS_PER_CALL);
        int given = Math.max(words.size() - 1, 0);
        checkCount(function, name, given, given + (piped == null ? 0 : 1));
        if (function.problem().isPresent()) {
            throw position.fail(function.problem().get().replace("%s", name));
        }
        if (name.equals("and") || name.equals("or")) {
            return shortCircuit(variables, dot, name.equals("or"), words, piped);
        }
        List<Value> values = new ArrayList<>(given + 1);
        for (int i = 0; i < given; i++) {
            values.add(argument(variables, dot, function.parameter(i), words.get(i + 1)));
        }
        if (piped != null) {
            values.add(checked(piped, function.parameter(given)));
        }
        if (name.equals("call")) {
            values.add(0, TextValue.of(calleeName(words, piped)));
        }
        try {
            return function.call(new Arguments(rendering, values));
        } catch (GoError e) {
            position.at(node);
            throw position.failCalling(name, e.text());
        } catch (LimitExceeded e) {
            position.at(node);
            throw position.failCalling(name, e);
        }
    }

    private void checkCount(GoFunction function, String name, int given, int all) {
        int parameters = function.parameters().size();
        if (function.isVariadic()) {
            if (all < parameters - 1) {
                throw position.fail(
                        "wrong number of args for " + name + ": want at least " + (parameters - 1) + " got " + given);
            }
        } else if (all != parameters) {
            throw position.fail("wrong number of args for " + name + ": want " + parameters + " got " + all);
        }
    }

    /** What errors of {@code call} say instead of the function it did not get. */
    private String calleeName(List<Node> words, @Nullable Value piped) {
        if (words.size() > 1) {
            return NodeText.of(words.get(1), budget);
        }
        if (piped instanceof TextValue text) {
            return text.text();
        }
        return "<" + (piped == null ? "invalid" : piped.type().name()) + " Value>";
    }

    /** {@code and} and {@code or}: the first argument that decides, or else the last; the rest is not evaluated. */
    private Value shortCircuit(Variables variables, Slot dot, boolean wanted, List<Node> words, @Nullable Value piped) {
        Value value = Nil.ABSENT;
        for (int i = 1; i < words.size(); i++) {
            value = argument(variables, dot, GoType.VALUE, words.get(i));
            if (value.isTrue() == wanted) {
                return value;
            }
        }
        return piped == null ? value : piped;
    }

    /** The value of an argument for a parameter of a type. */
    private Value argument(Variables variables, Slot dot, GoType type, Node node) {
        position.at(node);
        if (node instanceof Node.Dot) {
            return checked(dot.value(), type);
        }
        if (node instanceof Node.NilWord) {
            if (!Conversion.canBeNil(type)) {
                throw position.fail("cannot assign nil to " + type);
            }
            return Conversion.nil(type);
        }
        if (node instanceof Node.Field field) {
            return checked(fields(variables, dot, dot, field, field.names(), List.of(), null), type);
        }
        if (node instanceof Node.Variable variable) {
            return checked(variable(variables, dot, variable, List.of(), null), type);
        }
        if (node instanceof Node.Pipeline inner) {
            return checked(pipeline(variables, dot, inner), type);
        }
        if (node instanceof Node.Identifier identifier) {
            return checked(
                    call(variables, dot, identifier.function(), identifier, identifier.name(), List.of(), null), type);
        }
        if (node instanceof Node.Chain chain) {
            return checked(chain(variables, dot, chain, List.of(), null), type);
        }
        return constants.typed(type, node);
    }

    private Value checked(Value value, GoType type) {
        return Conversion.check(position, value, type);
    }
}
