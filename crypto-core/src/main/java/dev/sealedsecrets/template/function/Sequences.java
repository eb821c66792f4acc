package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.limit.BoundedText;
import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Sequences of integers: until, untilStep, and seq, which makes a text. */
final class Sequences {
    private static final int BYTES_PER_NUMBER = 32;

    private Sequences() {}

    static Value until(Arguments a) {
        long count = a.integer(0);
        return list(a.budget(), 0, count, count < 0 ? -1 : 1);
    }

    static Value untilStep(Arguments a) {
        return list(a.budget(), a.integer(0), a.integer(1), a.integer(2));
    }

    private static Value list(Budget budget, long start, long stop, long step) {
        List<Value> items = new ArrayList<>();
        each(start, stop, step, n -> {
            budget.elements(1, BYTES_PER_NUMBER);
            items.add(IntValue.of(n));
        });
        return ListValue.of(GoType.INTS, items);
    }

    /** Counts up or down; the counter may wrap around, as in Go, where only the budget ends it. */
    private static void each(long start, long stop, long step, LongConsumer action) {
        if (stop < start && step < 0) {
            for (long i = start; i > stop; i += step) {
                action.accept(i);
            }
        } else if (stop > start && step > 0) {
            for (long i = start; i < stop; i += step) {
                action.accept(i);
            }
        }
    }

    static Value seq(Arguments a) {
        return switch (a.size()) {
            case 1 -> seq(a.budget(), 1, a.integer(0), a.integer(0) < 1 ? -1 : 1);
            case 2 -> seq(a.budget(), a.integer(0), a.integer(1), a.integer(1) < a.integer(0) ? -1 : 1);
            case 3 -> {
                boolean wrongWay = a.integer(2) < a.integer(0) && a.integer(1) > 0;
                yield wrongWay ? TextValue.EMPTY : seq(a.budget(), a.integer(0), a.integer(2), a.integer(1));
            }
            default -> TextValue.EMPTY;
        };
    }

    /** The numbers up to and including the last, joined by blanks. */
    private static Value seq(Budget budget, long start, long last, long step) {
        BoundedText out = new BoundedText(budget);
        each(start, last + (last < start ? -1 : 1), step, n -> {
            budget.step();
            if (out.length() > 0) {
                out.append(' ');
            }
            out.append(n);
        });
        return TextValue.of(out.finish());
    }
}
