package dev.sealedsecrets.template.parse;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.text.Quoting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The normal form of a node, which error texts quote: one blank between words, literals as written. */
public final class NodeText {
    private final Budget budget;
    private final StringBuilder out = new StringBuilder();

    private NodeText(Budget budget) {
        this.budget = budget;
    }

    /** The normal form as a byte string. */
    public static String of(Node node, Budget budget) {
        NodeText text = new NodeText(budget);
        text.write(node);
        return text.out.toString();
    }

    private void write(Node node) {
        budget.enter();
        if (node instanceof Node.Pipeline pipeline) {
            pipeline(pipeline);
        } else if (node instanceof Node.Command command) {
            command(command);
        } else if (node instanceof Node.Chain chain) {
            word(chain.node());
            chain.fields().forEach(field -> out.append('.').append(field));
        } else if (node instanceof Node.Call call) {
            call(call);
        } else if (node instanceof Node.Action action) {
            out.append("{{");
            pipeline(action.pipeline());
            out.append("}}");
        } else {
            out.append(leaf(node));
        }
        budget.leave();
    }

    private void pipeline(Node.Pipeline pipeline) {
        if (!pipeline.variables().isEmpty()) {
            out.append(String.join(", ", pipeline.variables()));
            out.append(pipeline.isAssignment() ? " = " : " := ");
        }
        List<Node.Command> commands = pipeline.commands();
        for (int i = 0; i < commands.size(); i++) {
            out.append(i > 0 ? " | " : "");
            command(commands.get(i));
        }
    }

    private void command(Node.Command command) {
        List<Node> words = command.words();
        for (int i = 0; i < words.size(); i++) {
            out.append(i > 0 ? " " : "");
            word(words.get(i));
        }
    }

    private void word(Node node) {
        boolean parenthesized = node instanceof Node.Pipeline;
        out.append(parenthesized ? "(" : "");
        write(node);
        out.append(parenthesized ? ")" : "");
    }

    private void call(Node.Call call) {
        out.append("{{template ").append(Quoting.quote(call.name()));
        Node.@Nullable Pipeline pipeline = call.pipeline();
        if (pipeline != null) {
            out.append(' ');
            pipeline(pipeline);
        }
        out.append("}}");
    }

    private static String leaf(Node node) {
        if (node instanceof Node.Identifier identifier) {
            return identifier.name();
        } else if (node instanceof Node.Field field) {
            return "." + String.join(".", field.names());
        } else if (node instanceof Node.Variable variable) {
            return variable.fields().isEmpty()
                    ? variable.name()
                    : variable.name() + "." + String.join(".", variable.fields());
        } else if (node instanceof Node.StringLiteral literal) {
            return literal.quoted();
        } else if (node instanceof Node.NumberLiteral number) {
            return number.constant().text();
        } else if (node instanceof Node.Bool bool) {
            return Boolean.toString(bool.value());
        } else if (node instanceof Node.Dot) {
            return ".";
        } else if (node instanceof Node.NilWord) {
            return "nil";
        }
        // Statements other than actions and calls evaluate nothing themselves, so that no error names them.
        throw new IllegalArgumentException(node.getClass().getSimpleName());
    }
}
