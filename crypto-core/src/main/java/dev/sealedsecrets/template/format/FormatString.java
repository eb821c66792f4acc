package dev.sealedsecrets.template.format;

import dev.sealedsecrets.template.text.Utf8;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over a format text with its verbs: {@code %[flags][width][.precision][[index]]verb}. */
final class FormatString {
    /** Largest width or precision that an operand may give through {@code *}. */
    private static final int MAX_STAR = 1_000_000;

    private final Printer printer;
    private final Spec spec;
    private final String format;
    private final List<? extends Value> operands;

    private int position;
    private int next;
    private boolean reordered;
    private boolean indexIsGood;
    private boolean afterIndex;

    FormatString(Printer printer, String format, List<? extends Value> operands) {
        this.printer = printer;
        this.spec = printer.spec();
        this.format = format;
        this.operands = operands;
    }

    void run() {
        while (position < format.length()) {
            indexIsGood = true;
            afterIndex = false;
            int percent = format.indexOf('%', position);
            int end = percent < 0 ? format.length() : percent;
            printer.out().append(format, position, end);
            position = end;
            if (percent >= 0) {
                position++;
                directive();
            }
        }
        if (!reordered && next < operands.size()) {
            extra();
        }
    }

    private void directive() {
        spec.clear();
        flags();
        index();
        width();
        precision();
        if (!afterIndex) {
            index();
        }
        if (position >= format.length()) {
            printer.out().append("%!(NOVERB)");
            return;
        }
        int decoded = Utf8.decode(format, position);
        int verb = Utf8.rune(decoded);
        position += Utf8.width(decoded);
        if (verb == '%') {
            printer.out().append('%');
        } else if (!indexIsGood) {
            complain(verb, "(BADINDEX)");
        } else if (next >= operands.size()) {
            complain(verb, "(MISSING)");
        } else {
            if (verb == 'v' || verb == 'w') {
                spec.useFlagsOfV();
            }
            printer.operand(operands.get(next), verb);
            next++;
        }
    }

    private void complain(int verb, String what) {
        printer.out().append("%!").appendRune(verb).append(what);
    }

    private void flags() {
        for (; position < format.length(); position++) {
            switch (format.charAt(position)) {
                case '#' -> spec.sharp = true;
                case '0' -> spec.zero = true;
                case '+' -> spec.plus = true;
                case '-' -> spec.minus = true;
                case ' ' -> spec.space = true;
                default -> {
                    return;
                }
            }
        }
    }

    private void width() {
        if (at('*')) {
            position++;
            Integer width = star();
            if (width == null) {
                printer.out().append("%!(BADWIDTH)");
            } else {
                spec.width = Math.abs(width);
                if (width < 0) {
                    spec.minus = true;
                    spec.zero = false;
                }
            }
            afterIndex = false;
        } else {
            spec.width = number();
            if (afterIndex && spec.width >= 0) {
                indexIsGood = false;
            }
        }
    }

    private void precision() {
        if (!at('.') || position + 1 == format.length()) {
            return;
        }
        position++;
        if (afterIndex) {
            indexIsGood = false;
        }
        index();
        if (at('*')) {
            position++;
            Integer precision = star();
            if (precision == null || precision < 0) {
                printer.out().append("%!(BADPREC)");
            } else {
                spec.precision = precision;
            }
            afterIndex = false;
        } else {
            spec.precision = Math.max(number(), 0);
        }
    }

    private boolean at(char c) {
        return position < format.length() && format.charAt(position) == c;
    }

    /** A number in the format, or {@link Spec#NONE}; one that is far too large swallows the rest of the format. */
    private int number() {
        long n = 0;
        boolean any = false;
        while (position < format.length() && format.charAt(position) >= '0' && format.charAt(position) <= '9') {
            if (n > MAX_STAR) {
                position = format.length();
                return Spec.NONE;
            }
            n = n * 10 + (format.charAt(position) - '0');
            any = true;
            position++;
        }
        return any ? (int) n : Spec.NONE;
    }

    /** The operand that {@code *} takes as width or precision; null if it is no fitting integer. */
    private @Nullable Integer star() {
        if (next >= operands.size()) {
            return null;
        }
        Value operand = operands.get(next);
        next++;
        if (!(operand instanceof IntValue number) || number.value() > MAX_STAR || number.value() < -MAX_STAR) {
            return null;
        }
        return (int) number.value();
    }

    /** An explicit operand index, {@code [n]}. */
    private void index() {
        if (!at('[')) {
            afterIndex = false;
            return;
        }
        reordered = true;
        int start = position;
        int close = format.indexOf(']', start + 1);
        if (format.length() - start < 3 || close < 0) {
            position = start + 1;
            indexIsGood = false;
            afterIndex = false;
            return;
        }
        position = start + 1;
        int n = number();
        boolean isNumber = n >= 0 && position == close;
        position = close + 1;
        afterIndex = isNumber;
        if (isNumber && n >= 1 && n <= operands.size()) {
            next = n - 1;
        } else {
            indexIsGood = false;
        }
    }

    private void extra() {
        spec.clear();
        printer.out().append("%!(EXTRA ");
        for (int i = next; i < operands.size(); i++) {
            if (i > next) {
                printer.out().append(", ");
            }
            Value operand = operands.get(i);
            if (operand instanceof Nil) {
                printer.out().append("<nil>");
            } else {
                printer.out().append(operand.type().name()).append('=');
                printer.operand(operand, 'v');
            }
        }
        printer.out().append(')');
    }
}
