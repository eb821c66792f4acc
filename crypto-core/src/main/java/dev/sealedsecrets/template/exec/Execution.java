package dev.sealedsecrets.template.exec;

import dev.sealedsecrets.template.format.Printer;
import dev.sealedsecrets.template.format.Printing;
import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.parse.Node;
import dev.sealedsecrets.template.parse.ParsedTemplate;
import dev.sealedsecrets.template.text.Quoting;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.Kind;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.MapValue;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.PointerValue;
import dev.sealedsecrets.template.value.Rendering;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rendering of a parsed template: walks the control structures with a stack of frames, leaves expressions to the
 * {@link Evaluator}, collects the output.
 */
public final class Execution {
    private static final int STEPS_PER_TEMPLATE_CALL = 25;

    private final ParsedTemplate template;
    private final Budget budget;
    private final Position position;
    private final Evaluator evaluator;
    private final StringBuilder output = new StringBuilder();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private Variables variables;
    private int depth;

    private Execution(ParsedTemplate template, Value data, Rendering rendering) {
        this.template = template;
        this.budget = rendering.budget();
        this.position = new Position(template, budget);
        this.variables = new Variables(Slot.of(data));
        this.evaluator = new Evaluator(position, rendering);
    }

    /**
     * Renders a template.
     *
     * @return the output as a byte string
     * @throws ExecutionFailure if the template fails, a limit included
     */
    public static String run(ParsedTemplate template, Value data, Rendering rendering) {
        Execution execution = new Execution(template, data, rendering);
        Node.@Nullable Sequence body = template.definition(template.name()).orElse(null);
        if (body != null) {
            execution.frames.push(new Frame.Body(body, Slot.of(data), execution.variables.mark()));
        }
        execution.position.guard(execution::runFrames);
        return execution.output.toString();
    }

    private void runFrames() {
        while (!frames.isEmpty()) {
            Frame frame = frames.peek();
            if (frame instanceof Frame.Body body) {
                if (body.next < body.nodes.size()) {
                    walk(body.nodes.get(body.next++), body.dot);
                } else {
                    frames.pop();
                    variables.pop(body.mark);
                }
            } else if (frame instanceof Frame.Loop loop) {
                iterate(loop);
            } else if (frame instanceof Frame.Otherwise) {
                frames.pop();
            } else if (frame instanceof Frame.Return caller) {
                frames.pop();
                variables = caller.callerVariables();
                position.enter(caller.callerName());
                depth--;
            }
        }
    }

    private void walk(Node node, Slot dot) {
        budget.step();
        position.at(node);
        if (node instanceof Node.Text text) {
            write(text.text());
        } else if (node instanceof Node.Action action) {
            Value value = evaluator.pipeline(variables, dot, action.pipeline());
            if (action.pipeline().variables().isEmpty()) {
                position.at(node);
                print(value);
            }
        } else if (node instanceof Node.Condition condition) {
            condition(condition, dot);
        } else if (node instanceof Node.Range range) {
            range(range, dot);
        } else if (node instanceof Node.Call call) {
            call(call, dot);
        } else if (node instanceof Node.Break) {
            leaveLoop(true);
        } else if (node instanceof Node.Continue) {
            leaveLoop(false);
        }
    }

    private void write(String text) {
        budget.output(text.length());
        output.append(text);
    }

    private void print(Value value) {
        if (value instanceof TextValue text) {
            write(text.text());
        } else {
            write(Printing.text(budget, value));
        }
    }

    private void condition(Node.Condition condition, Slot dot) {
        int mark = variables.mark();
        Value value = evaluator.pipeline(variables, dot, condition.pipeline());
        Node.@Nullable Sequence otherwise = condition.otherwise();
        if (value.isTrue()) {
            frames.push(new Frame.Body(condition.body(), condition.setsDot() ? Slot.of(value) : dot, mark));
        } else if (otherwise != null) {
            frames.push(new Frame.Body(otherwise, dot, mark));
        } else {
            variables.pop(mark);
        }
    }

    private void range(Node.Range range, Slot dot) {
        int outerMark = variables.mark();
        Value value = evaluator.pipeline(variables, dot, range.pipeline());
        Iterator<Frame.Iteration> iterations = iterations(range, value);
        Node.@Nullable Sequence otherwise = range.otherwise();
        if (iterations.hasNext()) {
            frames.push(new Frame.Loop(range, iterations, outerMark, variables.mark()));
        } else if (otherwise != null) {
            frames.push(new Frame.Otherwise(outerMark));
            frames.push(new Frame.Body(otherwise, dot, outerMark));
        } else {
            variables.pop(outerMark);
        }
    }

    private Iterator<Frame.Iteration> iterations(Node.Range range, Value value) {
        Kind kind = value.kind();
        if (kind.isSigned() || kind.isUnsigned()) {
            IntValue number = (IntValue) value;
            if (range.pipeline().variables().size() > 1) {
                throw position.failQuoting(
                        "can't use", " " + Printer.print(budget, value) + " to iterate over more than one variable");
            }
            return new Counting(number);
        }
        if (value instanceof ListValue list) {
            return new Listing(list);
        }
        if (value instanceof MapValue map) {
            // The loop may change the map; it goes over what was there at its beginning.
            budget.elements(map.size(), 32);
            List<Frame.Iteration> all = new ArrayList<>(map.size());
            for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
                all.add(new Frame.Iteration(
                        Slot.of(TextValue.of(entry.getKey())), Slot.element(map, entry.getValue())));
            }
            return all.iterator();
        }
        if (value == Nil.ABSENT) {
            return List.<Frame.Iteration>of().iterator();
        }
        Value shown = value instanceof PointerValue pointer && pointer.target().isPresent()
                ? pointer.target().get()
                : value;
        throw position.failQuoting("range can't iterate over", " " + Printer.print(budget, shown));
    }

    private static final class Counting implements Iterator<Frame.Iteration> {
        private final IntValue bound;
        private long next;

        Counting(IntValue bound) {
            this.bound = bound;
        }

        @Override
        public boolean hasNext() {
            return bound.kind().isSigned() ? next < bound.value() : Long.compareUnsigned(next, bound.value()) < 0;
        }

        @Override
        public Frame.Iteration next() {
            return new Frame.Iteration(Slot.ABSENT, Slot.of(new IntValue(bound.type(), next++)));
        }
    }

    private static final class Listing implements Iterator<Frame.Iteration> {
        private final ListValue list;
        private int next;

        Listing(ListValue list) {
            this.list = list;
        }

        @Override
        public boolean hasNext() {
            return next < list.size();
        }

        @Override
        public Frame.Iteration next() {
            return new Frame.Iteration(Slot.of(IntValue.of(next)), Slot.element(list, list.get(next++)));
        }
    }

    private void iterate(Frame.Loop loop) {
        if (!loop.iterations().hasNext()) {
            endLoop(loop);
            return;
        }
        budget.step();
        Frame.Iteration iteration = loop.iterations().next();
        Node.Pipeline pipeline = loop.range().pipeline();
        List<String> names = pipeline.variables();
        if (pipeline.isAssignment()) {
            if (names.size() > 1) {
                evaluator.assign(variables, names.get(0), iteration.index());
            }
            evaluator.assign(variables, names.get(names.size() - 1), iteration.element());
        } else if (!names.isEmpty()) {
            variables.setFromTop(1, iteration.element());
            if (names.size() > 1) {
                variables.setFromTop(2, iteration.index());
            }
        }
        frames.push(new Frame.Body(loop.range().body(), iteration.element(), loop.mark()));
    }

    private void endLoop(Frame.Loop loop) {
        frames.pop();
        variables.pop(loop.outerMark());
    }

    /** Ends the iteration under way, or the whole loop. The parser has made sure that there is a loop. */
    private void leaveLoop(boolean whole) {
        while (!(frames.peek() instanceof Frame.Loop)) {
            if (frames.pop() instanceof Frame.Otherwise otherwise && whole) {
                variables.pop(otherwise.outerMark());
                return;
            }
        }
        Frame.Loop loop = (Frame.Loop) frames.element();
        variables.pop(loop.mark());
        if (whole) {
            endLoop(loop);
        }
    }

    private void call(Node.Call call, Slot dot) {
        Node.Sequence body = template.definition(call.name())
                .orElseThrow(() -> position.fail("template " + Quoting.quote(call.name()) + " not defined"));
        int limit = budget.limits().depth();
        if (depth == limit) {
            throw position.fail("exceeded maximum template depth (" + limit + ")");
        }
        Node.@Nullable Pipeline pipeline = call.pipeline();
        Slot argument = pipeline == null ? Slot.ABSENT : Slot.of(evaluator.pipeline(variables, dot, pipeline));
        budget.steps(STEPS_PER_TEMPLATE_CALL);
        depth++;
        frames.push(new Frame.Return(position.executing(), variables));
        variables = new Variables(argument);
        position.enter(call.name());
        frames.push(new Frame.Body(body, argument, variables.mark()));
    }
}
