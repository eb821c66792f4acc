package dev.sealedsecrets.template.parse;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.text.Quoting;
import dev.sealedsecrets.template.text.Trimming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Parses the text of a template: control structures here, what stands inside one action in {@link PipelineParser}. The grammar
 * and the error texts are those of Go's text/template/parse.
 */
public final class Parser {
    private final String name;
    private final TokenStream tokens;
    private final Budget budget;
    private final FunctionLookup functions;
    private final Map<String, Node.Sequence> definitions = new HashMap<>();
    private final Set<String> called = new TreeSet<>();
    private Scope scope = new Scope();

    /** What each definition has of its own. */
    private static final class Scope {
        final List<String> variables = new ArrayList<>(List.of("$"));
        int rangeDepth;
        int actionLine;
    }

    /** How a list of nodes ended: {@code end}, or {@code else} with what may follow it. */
    private record End(boolean isElse, int position) {
        String shown() {
            return isElse ? "{{else}}" : "{{end}}";
        }
    }

    private record NodeList(Node.Sequence nodes, End end) {}

    private Parser(String name, String text, FunctionLookup functions, Budget budget) {
        this.name = name;
        this.tokens = new TokenStream(new Lexer(text));
        this.functions = functions;
        this.budget = budget;
    }

    /**
     * Parses a text.
     *
     * @throws ParseFailure with Go's text if the template is malformed
     */
    public static ParsedTemplate parse(String name, String text, FunctionLookup functions, Budget budget) {
        Parser parser = new Parser(name, text, functions, budget);
        try {
            parser.topLevel();
        } catch (ParseFailure e) {
            throw new ParseFailure("template: " + name + ":" + parser.tokens.line() + ": " + e.text());
        }
        return new ParsedTemplate(name, text, parser.definitions, parser.called);
    }

    private void topLevel() {
        List<Node> nodes = new ArrayList<>();
        int position = tokens.peek().position();
        while (tokens.peek().type() != TokenType.EOF) {
            if (tokens.peek().type() == TokenType.LEFT_DELIM) {
                Token delimiter = tokens.next();
                if (tokens.nextNonSpace().type() == TokenType.DEFINE) {
                    definition();
                    continue;
                }
                tokens.backUp(delimiter);
            }
            Object item = item();
            if (item instanceof End end) {
                throw new ParseFailure("unexpected " + end.shown());
            }
            nodes.add((Node) item);
        }
        define(name, new Node.Sequence(position, nodes));
    }

    /** A definition replaces an empty one; an empty one replaces nothing. */
    private void define(String definitionName, Node.Sequence body) {
        Node.Sequence before = definitions.get(definitionName);
        if (before == null || isEmpty(before)) {
            definitions.put(definitionName, body);
        } else if (!isEmpty(body)) {
            throw new ParseFailure("template: multiple definition of template " + Quoting.quote(definitionName));
        }
    }

    private static boolean isEmpty(Node.Sequence body) {
        return body.nodes().stream().allMatch(node -> node instanceof Node.Text text && isBlank(text.text()));
    }

    private static boolean isBlank(String text) {
        return Trimming.trimSpace(text).isEmpty();
    }

    private void definition() {
        String context = "define clause";
        Scope outer = scope;
        scope = new Scope();
        Token token = tokens.nextNonSpace();
        if (token.type() != TokenType.STRING && token.type() != TokenType.RAW_STRING) {
            throw unexpected(token, context);
        }
        String definitionName = unquote(token);
        expectRightDelimiter(context);
        NodeList body = nodes();
        if (body.end().isElse()) {
            throw new ParseFailure("unexpected " + body.end().shown() + " in " + context);
        }
        define(definitionName, body.nodes());
        scope = outer;
    }

    private NodeList nodes() {
        budget.enter();
        List<Node> nodes = new ArrayList<>();
        int position = tokens.peekNonSpace().position();
        while (tokens.peekNonSpace().type() != TokenType.EOF) {
            Object item = item();
            if (item instanceof End end) {
                budget.leave();
                return new NodeList(new Node.Sequence(position, nodes), end);
            }
            nodes.add((Node) item);
        }
        throw new ParseFailure("unexpected EOF");
    }

    /** A {@link Node}, or the {@link End} of the list it stands in. */
    private Object item() {
        budget.step();
        Token token = tokens.nextNonSpace();
        if (token.type() == TokenType.TEXT) {
            return new Node.Text(token.position(), token.text());
        }
        if (token.type() != TokenType.LEFT_DELIM) {
            throw unexpected(token, "input");
        }
        scope.actionLine = token.line();
        Object action = action();
        scope.actionLine = 0;
        return action;
    }

    private Object action() {
        Token token = tokens.nextNonSpace();
        return switch (token.type()) {
            case BLOCK -> block();
            case BREAK -> loopControl("break", new Node.Break(token.position()));
            case CONTINUE -> loopControl("continue", new Node.Continue(token.position()));
            case ELSE -> otherwise();
            case END -> new End(false, expectRightDelimiter("end").position());
            case IF -> condition("if");
            case WITH -> condition("with");
            case RANGE -> range();
            case TEMPLATE -> call();
            default -> {
                tokens.backUp();
                int position = tokens.peek().position();
                yield new Node.Action(position, pipeline("command"));
            }
        };
    }

    private Node loopControl(String word, Node node) {
        Token token = tokens.nextNonSpace();
        if (token.type() != TokenType.RIGHT_DELIM) {
            throw unexpected(token, "{{" + word + "}}");
        }
        if (scope.rangeDepth == 0) {
            throw new ParseFailure("{{" + word + "}} outside {{range}}");
        }
        return node;
    }

    /** {@code else}; an {@code if} or {@code with} behind it stays for the structure it continues. */
    private End otherwise() {
        Token following = tokens.peekNonSpace();
        if (following.type() == TokenType.IF || following.type() == TokenType.WITH) {
            return new End(true, following.position());
        }
        return new End(true, expectRightDelimiter("else").position());
    }

    private Node condition(String word) {
        int variables = scope.variables.size();
        Node.Pipeline pipeline = pipeline(word);
        NodeList body = nodes();
        Node.@Nullable Sequence otherwise = null;
        if (body.end().isElse()) {
            TokenType again = word.equals("if") ? TokenType.IF : TokenType.WITH;
            if (tokens.peek().type() == again) {
                // The end that closes the inner structure closes this one too.
                tokens.next();
                budget.enter();
                otherwise = new Node.Sequence(body.end().position(), List.of(condition(word)));
                budget.leave();
            } else {
                otherwise = lastList();
            }
        }
        forgetVariables(variables);
        return new Node.Condition(pipeline.position(), word.equals("with"), pipeline, body.nodes(), otherwise);
    }

    private Node range() {
        int variables = scope.variables.size();
        Node.Pipeline pipeline = pipeline("range");
        scope.rangeDepth++;
        NodeList body = nodes();
        scope.rangeDepth--;
        Node.@Nullable Sequence otherwise = body.end().isElse() ? lastList() : null;
        forgetVariables(variables);
        return new Node.Range(pipeline.position(), pipeline, body.nodes(), otherwise);
    }

    private Node.Sequence lastList() {
        NodeList list = nodes();
        if (list.end().isElse()) {
            throw new ParseFailure("expected end; found " + list.end().shown());
        }
        return list.nodes();
    }

    private void forgetVariables(int keep) {
        scope.variables.subList(keep, scope.variables.size()).clear();
    }

    private Node block() {
        String context = "block clause";
        Token token = tokens.nextNonSpace();
        String blockName = templateName(token, context);
        Node.Pipeline pipeline = pipeline(context);
        Scope outer = scope;
        scope = new Scope();
        NodeList body = nodes();
        if (body.end().isElse()) {
            throw new ParseFailure("unexpected " + body.end().shown() + " in " + context);
        }
        define(blockName, body.nodes());
        scope = outer;
        return new Node.Call(token.position(), blockName, pipeline);
    }

    private Node call() {
        String context = "template clause";
        Token token = tokens.nextNonSpace();
        String calledName = templateName(token, context);
        Node.@Nullable Pipeline pipeline = null;
        if (tokens.nextNonSpace().type() != TokenType.RIGHT_DELIM) {
            tokens.backUp();
            pipeline = pipeline(context);
        }
        return new Node.Call(token.position(), calledName, pipeline);
    }

    private String templateName(Token token, String context) {
        if (token.type() != TokenType.STRING && token.type() != TokenType.RAW_STRING) {
            throw unexpected(token, context);
        }
        return unquote(token);
    }

    private static String unquote(Token token) {
        return Quoting.unquote(token.text()).orElseThrow(() -> new ParseFailure("invalid syntax"));
    }

    private Node.Pipeline pipeline(String context) {
        return new PipelineParser(tokens, scope.variables, functions, called, budget, scope.actionLine, name)
                .pipeline(context, TokenType.RIGHT_DELIM);
    }

    private Token expectRightDelimiter(String context) {
        Token token = tokens.nextNonSpace();
        if (token.type() != TokenType.RIGHT_DELIM) {
            throw unexpected(token, context);
        }
        return token;
    }

    private ParseFailure unexpected(Token token, String context) {
        return unexpected(token, context, scope.actionLine, name);
    }

    /** The complaint about a token; an error of the lexer names the line where its action began, if that is another one. */
    static ParseFailure unexpected(Token token, String context, int actionLine, String name) {
        if (token.type() != TokenType.ERROR) {
            return new ParseFailure("unexpected " + token.shown() + " in " + context);
        }
        String extra = "";
        if (actionLine != 0 && actionLine != token.line()) {
            String started = " started at " + name + ":" + actionLine;
            extra = token.text().endsWith(" action") ? started : " in action" + started;
        }
        return new ParseFailure(token.text() + extra);
    }
}
