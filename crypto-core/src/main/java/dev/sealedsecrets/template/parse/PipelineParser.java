package dev.sealedsecrets.template.parse;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.text.Quoting;
import dev.sealedsecrets.template.value.GoFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses what stands inside one action: declarations, commands, operands. */
final class PipelineParser {
    private static final int MAX_PARENTHESES = 10_000;

    private final TokenStream tokens;
    private final List<String> variables;
    private final FunctionLookup functions;
    private final Set<String> called;
    private final Budget budget;
    private final int actionLine;
    private final String name;
    private int parentheses;

    /** Declared variables are added to {@code variables}, names of functions to {@code called}. */
    PipelineParser(
            TokenStream tokens,
            List<String> variables,
            FunctionLookup functions,
            Set<String> called,
            Budget budget,
            int actionLine,
            String name) {
        this.tokens = tokens;
        this.variables = variables;
        this.functions = functions;
        this.called = called;
        this.budget = budget;
        this.actionLine = actionLine;
        this.name = name;
    }

    Node.Pipeline pipeline(String context, TokenType end) {
        budget.enter();
        int position = tokens.peekNonSpace().position();
        Declarations declarations = declarations(context);
        List<Node.Command> commands = new ArrayList<>(2);
        while (true) {
            Token token = tokens.nextNonSpace();
            if (token.type() == end) {
                break;
            }
            if (!token.type().startsOperand()) {
                throw unexpected(token, context);
            }
            tokens.backUp();
            commands.add(command());
        }
        check(commands, context);
        budget.leave();
        return new Node.Pipeline(position, declarations.isAssignment(), declarations.names(), commands);
    }

    private record Declarations(boolean isAssignment, List<String> names) {}

    private Declarations declarations(String context) {
        List<String> names = new ArrayList<>(0);
        while (tokens.peekNonSpace().type() == TokenType.VARIABLE) {
            Token variable = tokens.nextNonSpace();
            Token after = tokens.peek();
            Token next = tokens.peekNonSpace();
            if (next.type() == TokenType.ASSIGN || next.type() == TokenType.DECLARE) {
                tokens.nextNonSpace();
                declare(names, variable);
                return new Declarations(next.type() == TokenType.ASSIGN, names);
            }
            if (next.type() != TokenType.CHAR || !next.text().equals(",")) {
                if (after.type() == TokenType.SPACE) {
                    tokens.backUp(variable, after);
                } else {
                    tokens.backUp(variable);
                }
                break;
            }
            tokens.nextNonSpace();
            declare(names, variable);
            if (!context.equals("range") || names.size() >= 2) {
                throw new ParseFailure("too many declarations in " + context);
            }
            TokenType second = tokens.peekNonSpace().type();
            if (second != TokenType.VARIABLE && second != TokenType.RIGHT_DELIM && second != TokenType.RIGHT_PAREN) {
                throw new ParseFailure("range can only initialize variables");
            }
        }
        return new Declarations(false, names);
    }

    private void declare(List<String> names, Token variable) {
        names.add(variable.text());
        variables.add(variable.text());
    }

    /** There must be a command, and only the first may be a mere value. */
    private static void check(List<Node.Command> commands, String context) {
        if (commands.isEmpty()) {
            throw new ParseFailure("missing value for " + context);
        }
        for (int i = 1; i < commands.size(); i++) {
            if (isPlainValue(commands.get(i).words().get(0))) {
                throw new ParseFailure("non executable command in pipeline stage " + (i + 1));
            }
        }
    }

    private static boolean isPlainValue(Node node) {
        return node instanceof Node.Bool
                || node instanceof Node.Dot
                || node instanceof Node.NilWord
                || node instanceof Node.NumberLiteral
                || node instanceof Node.StringLiteral;
    }

    private Node.Command command() {
        int position = tokens.peekNonSpace().position();
        List<Node> words = new ArrayList<>(3);
        while (true) {
            tokens.peekNonSpace();
            Node operand = operand();
            if (operand != null) {
                words.add(operand);
            }
            Token token = tokens.next();
            if (token.type() == TokenType.SPACE) {
                continue;
            }
            if (token.type() == TokenType.RIGHT_DELIM || token.type() == TokenType.RIGHT_PAREN) {
                tokens.backUp();
            } else if (token.type() != TokenType.PIPE) {
                throw unexpected(token, "operand");
            }
            break;
        }
        if (words.isEmpty()) {
            throw new ParseFailure("empty command");
        }
        return new Node.Command(position, words);
    }

    /** A term with the fields that follow it; null if the next token begins none. */
    private @Nullable Node operand() {
        Node term = term();
        if (term == null || tokens.peek().type() != TokenType.FIELD) {
            return term;
        }
        int position = tokens.peek().position();
        List<String> fields = new ArrayList<>(2);
        while (tokens.peek().type() == TokenType.FIELD) {
            fields.add(tokens.next().text().substring(1));
        }
        if (term instanceof Node.Field field) {
            return new Node.Field(position, joined(field.names(), fields));
        }
        if (term instanceof Node.Variable variable) {
            return new Node.Variable(position, variable.name(), joined(variable.fields(), fields));
        }
        if (isPlainValue(term)) {
            throw new ParseFailure("unexpected . after term " + Quoting.quote(NodeText.of(term, budget)));
        }
        return new Node.Chain(position, term, fields);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private @Nullable Node term() {
        Token token = tokens.nextNonSpace();
        int position = token.position();
        return switch (token.type()) {
            case IDENTIFIER -> identifier(token);
            case DOT -> new Node.Dot(position);
            case NIL -> new Node.NilWord(position);
            case VARIABLE -> variable(token);
            case FIELD ->
                new Node.Field(position, Arrays.asList(token.text().substring(1).split("\\.", -1)));
            case BOOL -> new Node.Bool(position, token.text().equals("true"));
            case CHAR_CONSTANT -> new Node.NumberLiteral(position, NumberConstant.character(token.text()));
            case COMPLEX -> new Node.NumberLiteral(position, NumberConstant.sum(token.text()));
            case NUMBER -> new Node.NumberLiteral(position, NumberConstant.number(token.text()));
            case STRING, RAW_STRING ->
                new Node.StringLiteral(
                        position,
                        token.text(),
                        Quoting.unquote(token.text()).orElseThrow(() -> new ParseFailure("invalid syntax")));
            case LEFT_PAREN -> parenthesized();
            default -> {
                tokens.backUp();
                yield null;
            }
        };
    }

    private Node identifier(Token token) {
        GoFunction function = functions.find(token.text());
        if (function == null) {
            throw new ParseFailure("function " + Quoting.quote(token.text()) + " not defined");
        }
        called.add(token.text());
        return new Node.Identifier(token.position(), token.text(), function);
    }

    private Node variable(Token token) {
        if (!variables.contains(token.text())) {
            throw new ParseFailure("undefined variable " + Quoting.quote(token.text()));
        }
        return new Node.Variable(token.position(), token.text(), List.of());
    }

    private Node parenthesized() {
        if (parentheses >= MAX_PARENTHESES) {
            throw new ParseFailure("max expression depth exceeded");
        }
        parentheses++;
        Node.Pipeline inside = pipeline("parenthesized pipeline", TokenType.RIGHT_PAREN);
        parentheses--;
        return inside;
    }

    private ParseFailure unexpected(Token token, String context) {
        return Parser.unexpected(token, context, actionLine, name);
    }
}
