package dev.sealedsecrets.template.parse;

/**
 * Tokens with a look-ahead of three. One stream serves all definitions of a text.
 */
final class TokenStream {
    private final Lexer lexer;
    private final Token[] pending = new Token[3];
    private int count;

    TokenStream(Lexer lexer) {
        this.lexer = lexer;
    }

    Token next() {
        if (count > 0) {
            count--;
        } else {
            pending[0] = lexer.next();
        }
        return pending[count];
    }

    Token peek() {
        if (count == 0) {
            pending[0] = lexer.next();
            count = 1;
        }
        return pending[count - 1];
    }

    Token nextNonSpace() {
        Token token = next();
        while (token.type() == TokenType.SPACE) {
            token = next();
        }
        return token;
    }

    Token peekNonSpace() {
        Token token = nextNonSpace();
        backUp();
        return token;
    }

    /** Gives the last token back. */
    void backUp() {
        count++;
    }

    /** Gives {@code first} back in front of the pending token. */
    void backUp(Token first) {
        pending[1] = first;
        count = 2;
    }

    /** Gives {@code first} and {@code second} back in front of the pending token. */
    void backUp(Token first, Token second) {
        pending[1] = second;
        pending[2] = first;
        count = 3;
    }

    /** The line that errors report: that of the token read last from the text. */
    int line() {
        return pending[0].line();
    }
}
