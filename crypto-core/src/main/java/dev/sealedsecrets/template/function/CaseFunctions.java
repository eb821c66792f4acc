package dev.sealedsecrets.template.function;

import static dev.sealedsecrets.template.value.GoType.STRING;

import dev.sealedsecrets.template.limit.BoundedText;
import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.text.Unicode;
import dev.sealedsecrets.template.text.Utf8;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.TextValue;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** sprig's functions that look at letters: case, initials, white space. */
final class CaseFunctions {
    /** A function from text to text within a budget. */
    @FunctionalInterface
    private interface Change {
        String apply(Budget budget, String s);
    }

    private CaseFunctions() {}

    static @Nullable GoFunction find(String name) {
        return switch (name) {
            case "upper" -> of((b, s) -> mapped(b, s, Unicode::toUpper));
            case "lower" -> of((b, s) -> mapped(b, s, Unicode::toLower));
            case "title" -> of(CaseFunctions::title);
            case "untitle" -> of(CaseFunctions::untitle);
            case "swapcase" -> of(CaseFunctions::swapped);
            case "nospace" -> of(CaseFunctions::withoutSpace);
            case "initials" -> of(CaseFunctions::initials);
            case "snakecase" -> of((b, s) -> WordCase.joined(b, s, '_'));
            case "kebabcase" -> of((b, s) -> WordCase.joined(b, s, '-'));
            case "camelcase" -> of(PascalCase::of);
            default -> null;
        };
    }

    private static GoFunction of(Change change) {
        return GoFunction.of(a -> TextValue.of(change.apply(a.budget(), a.text(0))), STRING);
    }

    /** Each code point mapped; bytes that are not UTF-8 become U+FFFD. */
    private static String mapped(Budget budget, String s, IntUnaryOperator map) {
        BoundedText out = new BoundedText(budget);
        for (int i = 0; i < s.length(); ) {
            int decoded = Utf8.decode(s, i);
            out.appendRune(map.applyAsInt(Utf8.rune(decoded)));
            i += Utf8.width(decoded);
        }
        return out.finish();
    }

    /** Go's strings.Title: title case for every letter that follows something that is no letter, digit or underscore. */
    private static String title(Budget budget, String s) {
        int[] previous = {' '};
        return mapped(budget, s, r -> {
            boolean starts = isSeparator(previous[0]);
            previous[0] = r;
            return starts ? Unicode.toTitle(r) : r;
        });
    }

    private static boolean isSeparator(int r) {
        if (r < 0x80) {
            boolean word = (r >= '0' && r <= '9') || (r >= 'a' && r <= 'z') || (r >= 'A' && r <= 'Z') || r == '_';
            return !word;
        }
        return !Unicode.isLetter(r) && !Unicode.isDigit(r) && Unicode.isSpace(r);
    }

    /** The first letter of each word in lower case. */
    private static String untitle(Budget budget, String s) {
        boolean[] next = {true};
        return mapped(budget, s, r -> {
            if (Unicode.isSpace(r)) {
                next[0] = true;
                return r;
            }
            boolean change = next[0];
            next[0] = false;
            return change ? Unicode.toLower(r) : r;
        });
    }

    private static String swapped(Budget budget, String s) {
        boolean[] afterSpace = {true};
        return mapped(budget, s, r -> {
            if (Unicode.isUpper(r) || Unicode.isTitle(r)) {
                afterSpace[0] = false;
                return Unicode.toLower(r);
            }
            if (Unicode.isLower(r)) {
                boolean first = afterSpace[0];
                afterSpace[0] = false;
                return first ? Unicode.toTitle(r) : Unicode.toUpper(r);
            }
            afterSpace[0] = Unicode.isSpace(r);
            return r;
        });
    }

    /** Takes white space out byte by byte; bytes from 0x80 on come out as the code points of that number. */
    private static String withoutSpace(Budget budget, String s) {
        BoundedText out = new BoundedText(budget);
        boolean any = false;
        for (int i = 0; i < s.length(); i++) {
            if (Unicode.isSpace(s.charAt(i))) {
                any = true;
            } else {
                out.appendRune(s.charAt(i));
            }
        }
        return any ? out.finish() : s;
    }

    /** The first byte of each word, as a code point. */
    private static String initials(Budget budget, String s) {
        BoundedText out = new BoundedText(budget);
        boolean afterGap = true;
        for (int i = 0; i < s.length(); i++) {
            if (Unicode.isSpace(s.charAt(i))) {
                afterGap = true;
            } else if (afterGap) {
                out.appendRune(s.charAt(i));
                afterGap = false;
            }
        }
        return out.finish();
    }
}
