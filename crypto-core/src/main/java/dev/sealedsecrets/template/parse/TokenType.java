package dev.sealedsecrets.template.parse;

/** What the lexer tells apart. */
enum TokenType {
    ERROR,
    BOOL,
    /** A printable ASCII character with no other meaning, such as a comma. */
    CHAR,
    CHAR_CONSTANT,
    COMPLEX,
    ASSIGN,
    DECLARE,
    EOF,
    /** A name that begins with a dot. */
    FIELD,
    IDENTIFIER,
    LEFT_DELIM,
    LEFT_PAREN,
    NUMBER,
    PIPE,
    RAW_STRING,
    RIGHT_DELIM,
    RIGHT_PAREN,
    SPACE,
    STRING,
    TEXT,
    VARIABLE,
    BLOCK,
    BREAK,
    CONTINUE,
    DOT,
    DEFINE,
    ELSE,
    END,
    IF,
    NIL,
    RANGE,
    TEMPLATE,
    WITH;

    /** Whether error texts show the token in angle brackets. */
    boolean isKeyword() {
        return compareTo(BLOCK) >= 0;
    }

    /** The type of a word inside an action. */
    static TokenType ofWord(String word) {
        return switch (word) {
            case "block" -> BLOCK;
            case "break" -> BREAK;
            case "continue" -> CONTINUE;
            case "define" -> DEFINE;
            case "else" -> ELSE;
            case "end" -> END;
            case "if" -> IF;
            case "nil" -> NIL;
            case "range" -> RANGE;
            case "template" -> TEMPLATE;
            case "with" -> WITH;
            case "true", "false" -> BOOL;
            default -> IDENTIFIER;
        };
    }

    /** Whether a token of this type can begin an operand. */
    boolean startsOperand() {
        return switch (this) {
            case BOOL,
                    CHAR_CONSTANT,
                    COMPLEX,
                    DOT,
                    FIELD,
                    IDENTIFIER,
                    NUMBER,
                    NIL,
                    RAW_STRING,
                    STRING,
                    VARIABLE,
                    LEFT_PAREN -> true;
            default -> false;
        };
    }
}
