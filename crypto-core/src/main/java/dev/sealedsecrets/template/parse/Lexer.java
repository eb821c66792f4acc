package dev.sealedsecrets.template.parse;

import dev.sealedsecrets.template.text.Quoting;
import dev.sealedsecrets.template.text.Unicode;
import dev.sealedsecrets.template.text.Utf8;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a template into tokens: text outside of <code>{{</code> and <code>}}</code>, words, literals and signs inside. Trimming of
 * white space and comments happens here; the parser never sees either. After an error token only end of input follows.
 */
final class Lexer {
    private static final int END = -1;
    private static final String LEFT = "{{";
    private static final String RIGHT = "}}";
    private static final String DECIMAL = "0123456789_";
    private static final String HEXADECIMAL = "0123456789abcdefABCDEF_";

    private String input;
    private int position;
    private int start;
    private int line = 1;
    private int startLine = 1;
    private int openParens;
    private boolean insideAction;

    Lexer(String input) {
        this.input = input;
    }

    /** The next token. */
    Token next() {
        if (insideAction) {
            return insideAction();
        }
        while (true) {
            Token token = text();
            if (token != null) {
                return token;
            }
        }
    }

    private Token emit(TokenType type) {
        Token token = new Token(type, start, input.substring(start, position), startLine);
        start = position;
        startLine = line;
        return token;
    }

    private Token fail(String message) {
        Token token = new Token(TokenType.ERROR, start, message, startLine);
        input = "";
        position = 0;
        start = 0;
        return token;
    }

    /** Passes over what lies between start and position, counting its lines. */
    private void ignore() {
        countLines();
        start = position;
        startLine = line;
    }

    private void countLines() {
        for (int i = start; i < position; i++) {
            if (input.charAt(i) == '\n') {
                line++;
            }
        }
    }

    // Outside of actions.

    /** Text up to the next action, or the action's left delimiter; null after a comment. */
    private @Nullable Token text() {
        int delimiter = input.indexOf(LEFT, position);
        if (delimiter < 0) {
            position = input.length();
            if (position > start) {
                countLines();
                return emit(TokenType.TEXT);
            }
            return emitEnd();
        }
        if (delimiter > position) {
            int end = delimiter;
            if (isTrimMarkerAfterDelimiter(delimiter + LEFT.length())) {
                while (end > start && isSpace(input.charAt(end - 1))) {
                    end--;
                }
            }
            position = end;
            countLines();
            Token token = emit(TokenType.TEXT);
            position = delimiter;
            ignore();
            if (!token.text().isEmpty()) {
                return token;
            }
        }
        return leftDelimiter();
    }

    private Token emitEnd() {
        return new Token(TokenType.EOF, position, "", startLine);
    }

    private @Nullable Token leftDelimiter() {
        position += LEFT.length();
        boolean trim = isTrimMarkerAfterDelimiter(position);
        int afterMarker = trim ? 2 : 0;
        if (input.startsWith("/*", position + afterMarker)) {
            position += afterMarker;
            ignore();
            return comment();
        }
        Token token = emit(TokenType.LEFT_DELIM);
        insideAction = true;
        position += afterMarker;
        ignore();
        openParens = 0;
        return token;
    }

    private @Nullable Token comment() {
        int end = input.indexOf("*/", position + 2);
        if (end < 0) {
            return fail("unclosed comment");
        }
        position = end + 2;
        boolean trim = isTrimmedRightDelimiter(position);
        if (!trim && !input.startsWith(RIGHT, position)) {
            return fail("comment ends before closing delimiter");
        }
        position += (trim ? 2 : 0) + RIGHT.length();
        if (trim) {
            skipSpace();
        }
        ignore();
        return null;
    }

    private void skipSpace() {
        while (position < input.length() && isSpace(input.charAt(position))) {
            position++;
        }
    }

    private boolean isTrimMarkerAfterDelimiter(int at) {
        return at + 1 < input.length() && input.charAt(at) == '-' && isSpace(input.charAt(at + 1));
    }

    private boolean isTrimmedRightDelimiter(int at) {
        return at + 1 < input.length()
                && isSpace(input.charAt(at))
                && input.charAt(at + 1) == '-'
                && input.startsWith(RIGHT, at + 2);
    }

    // Inside of actions.

    private Token insideAction() {
        boolean trim = isTrimmedRightDelimiter(position);
        if (trim || input.startsWith(RIGHT, position)) {
            return openParens == 0 ? rightDelimiter(trim) : fail("unclosed left paren");
        }
        int r = read();
        if (isSpace(r)) {
            return space();
        }
        return switch (r) {
            case END -> fail("unclosed action");
            case '=' -> emit(TokenType.ASSIGN);
            case ':' -> read() == '=' ? emit(TokenType.DECLARE) : fail("expected :=");
            case '|' -> emit(TokenType.PIPE);
            case '"' -> quoted();
            case '`' -> rawQuoted();
            case '$' -> atTerminator() ? emit(TokenType.VARIABLE) : name(TokenType.VARIABLE);
            case '\'' -> character();
            case '(' -> {
                openParens++;
                yield emit(TokenType.LEFT_PAREN);
            }
            case ')' -> {
                openParens--;
                yield openParens < 0 ? fail("unexpected right paren") : emit(TokenType.RIGHT_PAREN);
            }
            case '.' -> {
                boolean number = position >= input.length() || isAsciiDigit(input.charAt(position));
                yield number ? number() : fieldOrDot();
            }
            case '+', '-' -> number();
            default -> {
                if (isAsciiDigit(r)) {
                    yield number();
                }
                if (isAlphanumeric(r)) {
                    yield identifier();
                }
                yield r < 0x7F && Unicode.isPrint(r)
                        ? emit(TokenType.CHAR)
                        : fail("unrecognized character in action: " + described(r));
            }
        };
    }

    private Token rightDelimiter(boolean trim) {
        if (trim) {
            position += 2;
            ignore();
        }
        position += RIGHT.length();
        Token token = emit(TokenType.RIGHT_DELIM);
        if (trim) {
            skipSpace();
            ignore();
        }
        insideAction = false;
        return token;
    }

    /** A run of white space; its last character may belong to a trimming delimiter. */
    private Token space() {
        int spaces = 1;
        while (isSpace(peek())) {
            read();
            spaces++;
        }
        if (isTrimmedRightDelimiter(position - 1)) {
            backOneSpace();
            if (spaces == 1) {
                return rightDelimiter(true);
            }
        }
        return emit(TokenType.SPACE);
    }

    /** Takes back the last byte, which is white space. */
    private void backOneSpace() {
        position--;
        if (input.charAt(position) == '\n') {
            line--;
        }
    }

    private Token identifier() {
        skipAlphanumerics();
        String word = input.substring(start, position);
        if (!atTerminator()) {
            return fail("bad character " + described(peek()));
        }
        return emit(TokenType.ofWord(word));
    }

    private Token fieldOrDot() {
        return atTerminator() ? emit(TokenType.DOT) : name(TokenType.FIELD);
    }

    private Token name(TokenType type) {
        skipAlphanumerics();
        return atTerminator() ? emit(type) : fail("bad character " + described(peek()));
    }

    private void skipAlphanumerics() {
        while (isAlphanumeric(peek())) {
            read();
        }
    }

    /** Whether a name may end here. */
    private boolean atTerminator() {
        int r = peek();
        return switch (r) {
            case END, '.', ',', '|', ':', ')', '(' -> true;
            default -> isSpace(r) || input.startsWith(RIGHT, position);
        };
    }

    private Token character() {
        return quotedBy('\'', TokenType.CHAR_CONSTANT, "unterminated character constant");
    }

    private Token quoted() {
        return quotedBy('"', TokenType.STRING, "unterminated quoted string");
    }

    private Token quotedBy(char quote, TokenType type, String unterminated) {
        while (true) {
            int r = read();
            if (r == quote) {
                return emit(type);
            }
            if (r == '\\') {
                r = read();
            }
            if (r == END || r == '\n') {
                return fail(unterminated);
            }
        }
    }

    private Token rawQuoted() {
        while (true) {
            int r = read();
            if (r == '`') {
                return emit(TokenType.RAW_STRING);
            }
            if (r == END) {
                return fail("unterminated raw quoted string");
            }
        }
    }

    private Token number() {
        position = start;
        if (!scanNumber()) {
            return badNumber();
        }
        int sign = peek();
        if (sign == '+' || sign == '-') {
            return scanNumber() && input.charAt(position - 1) == 'i' ? emit(TokenType.COMPLEX) : badNumber();
        }
        return emit(TokenType.NUMBER);
    }

    private Token badNumber() {
        return fail("bad number syntax: " + Quoting.quote(input.substring(start, position)));
    }

    /** Passes over what looks like a number; whether it is one, its reader will say. */
    private boolean scanNumber() {
        accept("+-");
        String digits = DECIMAL;
        if (accept("0")) {
            if (accept("xX")) {
                digits = HEXADECIMAL;
            } else if (accept("oO")) {
                digits = "01234567_";
            } else if (accept("bB")) {
                digits = "01_";
            }
        }
        acceptRun(digits);
        if (accept(".")) {
            acceptRun(digits);
        }
        if (digits.equals(DECIMAL) && accept("eE")) {
            accept("+-");
            acceptRun(DECIMAL);
        }
        if (digits.equals(HEXADECIMAL) && accept("pP")) {
            accept("+-");
            acceptRun(DECIMAL);
        }
        accept("i");
        if (isAlphanumeric(peek())) {
            read();
            return false;
        }
        return true;
    }

    private boolean accept(String allowed) {
        if (position < input.length() && allowed.indexOf(input.charAt(position)) >= 0) {
            position++;
            return true;
        }
        return false;
    }

    private void acceptRun(String allowed) {
        while (accept(allowed)) {
            // All done by accept.
        }
    }

    // Code points.

    private int read() {
        if (position >= input.length()) {
            return END;
        }
        int decoded = Utf8.decode(input, position);
        position += Utf8.width(decoded);
        if (Utf8.rune(decoded) == '\n') {
            line++;
        }
        return Utf8.rune(decoded);
    }

    private int peek() {
        return position < input.length() ? Utf8.rune(Utf8.decode(input, position)) : END;
    }

    private static boolean isSpace(int r) {
        return r == ' ' || r == '\t' || r == '\r' || r == '\n';
    }

    private static boolean isAsciiDigit(int r) {
        return r >= '0' && r <= '9';
    }

    private static boolean isAlphanumeric(int r) {
        if (r < 0x80) {
            return r == '_' || (r >= 'a' && r <= 'z') || (r >= 'A' && r <= 'Z') || isAsciiDigit(r);
        }
        return Unicode.isLetter(r) || Unicode.isDigit(r);
    }

    /** A character as {@code %#U} shows it: {@code U+0040 '@'}. */
    private static String described(int r) {
        if (r == END) {
            return "U+FFFFFFFFFFFFFFFF";
        }
        String code = String.format(Locale.ROOT, "U+%04X", r);
        return Unicode.isPrint(r) ? code + " '" + Utf8.of(r) + "'" : code;
    }
}
