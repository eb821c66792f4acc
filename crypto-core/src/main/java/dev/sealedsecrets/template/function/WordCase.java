package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.limit.BoundedText;
import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.text.Unicode;
import dev.sealedsecrets.template.text.Utf8;
import java.util.function.IntPredicate;

/**
 * snakecase and kebabcase: cuts a text into words of one class each (large letters, small letters, digits, ...) and joins them,
 * in small letters, with a connector. Digits stay with the word before, unless small letters follow them.
 */
final class WordCase {
    private enum Type {
        INVALID,
        NUMBER,
        UPPER,
        ALPHABET,
        CONNECTOR,
        PUNCTUATION,
        OTHER;

        /** Whether a connector belongs before a word of this type that follows another word. */
        private boolean needsConnector() {
            return this != CONNECTOR && this != PUNCTUATION;
        }
    }

    private final String text;
    private final char connector;
    private final BoundedText out;

    private int end;
    private Type type = Type.INVALID;
    private String word = "";

    private WordCase(Budget budget, String text, char connector) {
        this.text = text;
        this.connector = connector;
        this.out = new BoundedText(budget);
    }

    static String joined(Budget budget, String text, char connector) {
        if (text.isEmpty()) {
            return "";
        }
        budget.bytes(text.length());
        return new WordCase(budget, text, connector).run();
    }

    private String run() {
        next();
        while (end < text.length()) {
            if (type != Type.CONNECTOR) {
                write(type, word);
            }
            Type before = type;
            String last = word;
            next();
            switch (before) {
                case NUMBER -> afterNumber();
                case CONNECTOR -> write(Type.CONNECTOR, last);
                case PUNCTUATION -> {
                    // Stands for itself.
                }
                default -> afterWord();
            }
        }
        write(type, word);
        return out.finish();
    }

    private void afterNumber() {
        writeLettersAndNumbers();
        if (type != Type.INVALID && type.needsConnector()) {
            out.append(connector);
        }
    }

    private void writeLettersAndNumbers() {
        while (type == Type.ALPHABET || type == Type.NUMBER) {
            write(type, word);
            next();
        }
    }

    private void afterWord() {
        if (type != Type.NUMBER) {
            if (type.needsConnector()) {
                out.append(connector);
            }
            return;
        }
        if (end >= text.length()) {
            return;
        }
        String number = word;
        next();
        if (type != Type.ALPHABET) {
            write(Type.NUMBER, number);
            if (type.needsConnector()) {
                out.append(connector);
            }
            return;
        }
        out.append(connector);
        write(Type.NUMBER, number);
        writeLettersAndNumbers();
        if (type != Type.INVALID && type.needsConnector()) {
            out.append(connector);
        }
    }

    private void write(Type wordType, String s) {
        if (wordType != Type.UPPER && wordType != Type.CONNECTOR) {
            out.append(s);
            return;
        }
        for (int r : Utf8.runes(s)) {
            if (PascalCase.isConnector(r)) {
                out.append(connector);
            } else {
                out.appendRune(Unicode.isUpper(r) ? Unicode.toLower(r) : r);
            }
        }
    }

    /** A code point, with bytes before it that are not UTF-8 passed over; the one before at the end of the text. */
    private record Rune(int value, int width) {}

    private Rune runeAt(int at, int before) {
        for (int i = at; i < text.length(); ) {
            int decoded = Utf8.decode(text, i);
            i += Utf8.width(decoded);
            if (Utf8.rune(decoded) != Utf8.ERROR) {
                return new Rune(Utf8.rune(decoded), i - at);
            }
        }
        return new Rune(before, text.length() - at);
    }

    /** Takes the next word; an empty one of type INVALID at the end. */
    private void next() {
        int start = end;
        if (start >= text.length()) {
            type = Type.INVALID;
            word = "";
            return;
        }
        Rune first = runeAt(start, Utf8.ERROR);
        int r = first.value();
        int from = start + first.width();
        if (r == Utf8.ERROR) {
            type = Type.INVALID;
            end = from;
        } else if (PascalCase.isConnector(r)) {
            type = Type.CONNECTOR;
            end = run(from, r, PascalCase::isConnector);
        } else if (Unicode.isPunct(r)) {
            type = Type.PUNCTUATION;
            end = run(from, r, Unicode::isPunct);
        } else if (Unicode.isUpper(r)) {
            type = Type.UPPER;
            end = upperWord(from, r);
        } else if (isAlphabet(r)) {
            type = Type.ALPHABET;
            end = run(from, r, WordCase::isSmall);
        } else if (Unicode.isNumber(r)) {
            type = Type.NUMBER;
            end = run(from, r, Unicode::isNumber);
        } else {
            type = Type.OTHER;
            end = run(from, r, WordCase::isOther);
        }
        word = text.substring(start, end);
    }

    private int run(int from, int first, IntPredicate belongs) {
        int at = from;
        int before = first;
        while (at < text.length()) {
            Rune rune = runeAt(at, before);
            if (!belongs.test(rune.value())) {
                break;
            }
            before = rune.value();
            at += rune.width();
        }
        return at;
    }

    /** Large letters, the last of which begins the next word if small ones follow; or one large and small letters. */
    private int upperWord(int from, int first) {
        if (from >= text.length()) {
            return from;
        }
        Rune second = runeAt(from, first);
        if (Unicode.isUpper(second.value())) {
            int at = from;
            int lastWidth = 0;
            int before = first;
            while (at < text.length()) {
                Rune rune = runeAt(at, before);
                before = rune.value();
                if (!Unicode.isUpper(before)) {
                    return isAlphabet(before) ? at - lastWidth : at;
                }
                lastWidth = rune.width();
                at += lastWidth;
            }
            return at;
        }
        return isAlphabet(second.value()) ? run(from, second.value(), WordCase::isSmall) : from;
    }

    private static boolean isSmall(int r) {
        return isAlphabet(r) && !Unicode.isUpper(r);
    }

    private static boolean isOther(int r) {
        return !PascalCase.isConnector(r) && !isAlphabet(r) && !Unicode.isNumber(r) && !Unicode.isPunct(r);
    }

    /** Letters that form words: all but those of Chinese script. */
    private static boolean isAlphabet(int r) {
        if (!Unicode.isLetter(r)) {
            return false;
        }
        boolean chinese =
                (r >= 0x4E00 && r <= 0x9FCC) || (r >= 0x3400 && r <= 0x4D85) || (r >= 0x20000 && r <= 0x2B81D);
        return !chinese;
    }
}
