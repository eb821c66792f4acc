package dev.sealedsecrets.template.parse;

import dev.sealedsecrets.template.value.GoFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a parsed template. Positions are byte offsets in the template text. */
public sealed interface Node {
    /** Where errors that concern the node are reported. */
    int position();

    // Statements.

    /** What stands between control words, in order. */
    record Sequence(int position, List<Node> nodes) implements Node {}

    /** Text to write as it is. */
    record Text(int position, String text) implements Node {}

    /** A pipeline whose value is written, unless it declares variables. */
    record Action(int position, Pipeline pipeline) implements Node {}

    /** {@code if} or {@code with}; the latter makes the value of the pipeline the dot. */
    record Condition(
            int position,
            boolean setsDot,
            Pipeline pipeline,
            Sequence body,
            @Nullable Sequence otherwise) implements Node {}

    /** {@code range}. */
    record Range(
            int position,
            Pipeline pipeline,
            Sequence body,
            @Nullable Sequence otherwise) implements Node {}

    /** A call of another template. */
    record Call(int position, String name, @Nullable Pipeline pipeline) implements Node {}

    /** {@code break}. */
    record Break(int position) implements Node {}

    /** {@code continue}. */
    record Continue(int position) implements Node {}

    // Expressions.

    /**
     * Commands each of which gets the value of the one before as its last argument.
     *
     * @param isAssignment whether the variables exist already
     * @param variables names with their dollar sign, at most two
     */
    record Pipeline(int position, boolean isAssignment, List<String> variables, List<Command> commands)
            implements Node {}

    /** A word followed by arguments. */
    record Command(int position, List<Node> words) implements Node {}

    /** The name of a function. */
    record Identifier(int position, String name, GoFunction function) implements Node {}

    /** A variable, with the fields that follow it: {@code $x.a.b}. */
    record Variable(int position, String name, List<String> fields) implements Node {}

    /** The dot. */
    record Dot(int position) implements Node {}

    /** The word nil. */
    record NilWord(int position) implements Node {}

    /** Fields of the dot: {@code .a.b}. */
    record Field(int position, List<String> names) implements Node {}

    /** Fields of anything else: {@code (pipeline).a.b}. */
    record Chain(int position, Node node, List<String> fields) implements Node {}

    /** {@code true} or {@code false}. */
    record Bool(int position, boolean value) implements Node {}

    /** A number, in every form that holds it. */
    record NumberLiteral(int position, NumberConstant constant) implements Node {}

    /**
     * A string literal.
     *
     * @param quoted as written
     * @param text what it stands for
     */
    record StringLiteral(int position, String quoted, String text) implements Node {}
}
