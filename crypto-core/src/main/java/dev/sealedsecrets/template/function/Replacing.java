package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.limit.BoundedText;
import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.text.Utf8;
import dev.sealedsecrets.template.value.GoError;

/** Functions that make longer texts out of short ones. */
final class Replacing {
    private static final long MAX_GO_LENGTH = 1L << 47;

    private Replacing() {}

    /** {@code strings.Repeat}. */
    static String repeat(Budget budget, String s, long count) {
        if (count < 0) {
            throw new GoError("strings: negative Repeat count");
        }
        if (Math.multiplyHigh(s.length(), count) != 0 || s.length() * count < 0) {
            throw new GoError("strings: Repeat output length overflow");
        }
        if (s.isEmpty()) {
            return "";
        }
        checkLength(s.length() * count);
        budget.text(s.length() * count);
        return s.repeat((int) count);
    }

    /** Go refuses lengths that no address space holds before it looks for memory. */
    static void checkLength(long bytes) {
        if (bytes < 0 || bytes > MAX_GO_LENGTH) {
            throw new GoError("runtime error: makeslice: len out of range");
        }
    }

    /** Blanks in front of every line, empty ones included. */
    static String indent(Budget budget, long spaces, String s) {
        String pad = repeat(budget, " ", spaces);
        return pad + all(budget, s, "\n", "\n" + pad);
    }

    /** Every occurrence replaced; an empty one stands before each code point and at the end. */
    static String all(Budget budget, String s, String old, String replacement) {
        budget.bytes(s.length());
        BoundedText out = new BoundedText(budget);
        if (old.isEmpty()) {
            for (int i = 0; i < s.length(); ) {
                int width = Utf8.width(Utf8.decode(s, i));
                out.append(replacement).append(s, i, i + width);
                i += width;
            }
            return out.append(replacement).finish();
        }
        int start = 0;
        for (int at = s.indexOf(old); at >= 0; at = s.indexOf(old, start)) {
            out.append(s, start, at).append(replacement);
            start = at + old.length();
        }
        return start == 0 ? s : out.append(s, start, s.length()).finish();
    }
}
