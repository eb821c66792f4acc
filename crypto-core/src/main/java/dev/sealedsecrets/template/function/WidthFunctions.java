package dev.sealedsecrets.template.function;

import static dev.sealedsecrets.template.value.GoType.INT;
import static dev.sealedsecrets.template.value.GoType.STRING;

import dev.sealedsecrets.template.limit.BoundedText;
import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.TextValue;
import org.jspecify.annotations.Nullable;

/** sprig's functions that fit a text to a width; all count bytes. */
final class WidthFunctions {
    private static final String ELLIPSIS = "...";
    private static final int MIN_WIDTH = 4;
    private static final int MIN_WIDTH_WITH_OFFSET = 7;

    private WidthFunctions() {}

    static @Nullable GoFunction find(String name) {
        return switch (name) {
            case "abbrev" -> GoFunction.of(a -> TextValue.of(abbreviated(a.text(1), 0, a.integer(0))), INT, STRING);
            case "abbrevboth" ->
                GoFunction.of(
                        a -> TextValue.of(abbreviatedBoth(a.text(2), a.integer(0), a.integer(1))), INT, INT, STRING);
            case "wrap" ->
                GoFunction.of(a -> TextValue.of(wrapped(a.budget(), a.text(1), a.integer(0), "", false)), INT, STRING);
            case "wrapWith" ->
                GoFunction.of(
                        a -> TextValue.of(wrapped(a.budget(), a.text(2), a.integer(0), a.text(1), true)),
                        INT,
                        STRING,
                        STRING);
            default -> null;
        };
    }

    private static String abbreviatedBoth(String s, long left, long right) {
        return right < MIN_WIDTH || (left > 0 && right < MIN_WIDTH_WITH_OFFSET) ? s : abbreviated(s, left, right);
    }

    /** The text cut to a width with dots; from an offset on with dots in front too. */
    private static String abbreviated(String s, long offset, long width) {
        int length = s.length();
        if (width < MIN_WIDTH || length <= width) {
            return s;
        }
        long kept = width - ELLIPSIS.length();
        long start = Math.min(offset, length);
        if (length - start < kept) {
            start = length - kept;
        }
        if (start <= MIN_WIDTH) {
            return s.substring(0, (int) kept) + ELLIPSIS;
        }
        if (width < MIN_WIDTH_WITH_OFFSET) {
            return "";
        }
        if (start + kept < length) {
            return ELLIPSIS + abbreviated(s.substring((int) start), 0, kept);
        }
        return ELLIPSIS + s.substring((int) (length - kept));
    }

    /** Breaks lines at blanks; words that are too long are broken too, or left whole. */
    private static String wrapped(Budget budget, String s, long width, String separator, boolean breakWords) {
        String newLine = separator.isEmpty() ? "\n" : separator;
        long line = Math.max(width, 1);
        BoundedText out = new BoundedText(budget);
        int offset = 0;
        while (s.length() - offset > line) {
            budget.bytes(line);
            if (s.charAt(offset) == ' ') {
                offset++;
                continue;
            }
            int end = (int) (offset + line);
            int blank = end;
            while (blank >= offset && s.charAt(blank) != ' ') {
                blank--;
            }
            if (blank < offset && !breakWords) {
                blank = s.indexOf(' ', end);
                if (blank < 0) {
                    break;
                }
            }
            if (blank >= offset) {
                out.append(s, offset, blank).append(newLine);
                offset = blank + 1;
            } else {
                out.append(s, offset, end).append(newLine);
                offset = end;
            }
        }
        return out.append(s, offset, s.length()).finish();
    }
}
