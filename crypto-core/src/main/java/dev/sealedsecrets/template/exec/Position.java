package dev.sealedsecrets.template.exec;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.limit.LimitExceeded;
import dev.sealedsecrets.template.parse.Node;
import dev.sealedsecrets.template.parse.NodeText;
import dev.sealedsecrets.template.parse.ParsedTemplate;
import dev.sealedsecrets.template.text.Quoting;
import org.jspecify.annotations.Nullable;

/** Where the execution stands, and the error texts that tell it. */
final class Position {
    private final ParsedTemplate template;
    private final Budget budget;
    private String executing;
    private @Nullable Node node;

    Position(ParsedTemplate template, Budget budget) {
        this.template = template;
        this.budget = budget;
        this.executing = template.name();
    }

    /** Notes the node that errors from now on concern. */
    void at(Node current) {
        node = current;
    }

    /** The name of the template under way. */
    String executing() {
        return executing;
    }

    /** Goes into, or back to, a template. */
    void enter(String name) {
        executing = name;
    }

    /** A failure whose text holds nothing but types and template text. */
    ExecutionFailure fail(String message) {
        String text = prefix() + message;
        return new ExecutionFailure(text, text, false, false);
    }

    /** A failure whose text goes on with something made from data. */
    ExecutionFailure failQuoting(String message, String quotation) {
        String text = prefix() + message;
        return new ExecutionFailure(text + quotation, text, false, false);
    }

    /** A failure of a function; nothing the function says is public. */
    ExecutionFailure failCalling(String name, String message) {
        String text = prefix() + "error calling " + name;
        return new ExecutionFailure(text + ": " + message, text, true, false);
    }

    /** A limit met inside a function, which is public. */
    ExecutionFailure failCalling(String name, LimitExceeded limit) {
        String text = prefix() + "error calling " + name + ": " + limit.text();
        return new ExecutionFailure(text, text, true, true);
    }

    /** Runs something; a limit that is met outside of functions becomes a failure of the node under way. */
    void guard(Runnable work) {
        try {
            work.run();
        } catch (LimitExceeded e) {
            String text = prefix() + e.text();
            throw new ExecutionFailure(text, text, false, true);
        }
    }

    private String prefix() {
        // The failure ends the rendering: levels that it leaves behind must not count for its own text.
        budget.unwind(0);
        String context = node == null ? "" : context(node);
        int offset = node == null ? 0 : node.position();
        return "template: " + template.location(offset) + ": executing " + Quoting.quote(executing) + " at <" + context
                + ">: ";
    }

    private String context(Node current) {
        if (current instanceof Node.Condition condition) {
            return NodeText.of(condition.pipeline(), budget);
        }
        if (current instanceof Node.Range range) {
            return NodeText.of(range.pipeline(), budget);
        }
        if (current instanceof Node.Text || current instanceof Node.Break || current instanceof Node.Continue) {
            return "";
        }
        return NodeText.of(current, budget);
    }
}
