package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.value.FloatValue;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.MapValue;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.PointerValue;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * {@code reflect.DeepEqual}: same types and same contents all the way down. A pair of containers met again inside itself is
 * taken for equal, so that values that contain themselves come to an end.
 */
final class DeepEqual {
    private static final int STEPS_PER_CONTAINER = 4;

    private final Budget budget;
    private final Set<Pair> underWay = new HashSet<>();

    /** Two containers, by identity. */
    private record Pair(Value a, Value b) {
        @Override
        // Identity is the point: contents may contain the pair itself.
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object other) {
            return other instanceof Pair pair && pair.a == a && pair.b == b;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(a) * 31 + System.identityHashCode(b);
        }
    }

    private DeepEqual(Budget budget) {
        this.budget = budget;
    }

    static boolean test(Budget budget, Value a, Value b) {
        return new DeepEqual(budget).equal(a, b);
    }

    private boolean equal(Value a, Value b) {
        budget.step();
        if (a instanceof Nil || b instanceof Nil) {
            return a instanceof Nil && b instanceof Nil;
        }
        if (a.type() != b.type()) {
            return false;
        }
        if (a instanceof TextValue x && b instanceof TextValue y) {
            budget.bytes(x.text().length());
            return x.text().equals(y.text());
        }
        if (a instanceof FloatValue x && b instanceof FloatValue y) {
            return x.value() == y.value();
        }
        if (a instanceof ListValue x && b instanceof ListValue y) {
            return x == y || equalLists(x, y);
        }
        if (a instanceof MapValue x && b instanceof MapValue y) {
            return x == y || equalMaps(x, y);
        }
        if (a instanceof PointerValue x && b instanceof PointerValue y) {
            return x.target().equals(y.target());
        }
        return a.equals(b);
    }

    private boolean equalLists(ListValue a, ListValue b) {
        if (a.isNil() != b.isNil() || a.size() != b.size()) {
            return false;
        }
        return inside(a, b, () -> {
            for (int i = 0; i < a.size(); i++) {
                if (!equal(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        });
    }

    private boolean equalMaps(MapValue a, MapValue b) {
        if (a.isNil() != b.isNil() || a.size() != b.size()) {
            return false;
        }
        return inside(a, b, () -> {
            for (Map.Entry<String, Value> entry : a.entries().entrySet()) {
                Value other = b.get(entry.getKey());
                if (other == null || !equal(entry.getValue(), other)) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Compares what is inside two containers, unless their comparison is under way already. */
    private boolean inside(Value a, Value b, BooleanSupplier comparison) {
        budget.steps(STEPS_PER_CONTAINER);
        Pair pair = new Pair(a, b);
        if (!underWay.add(pair)) {
            return true;
        }
        budget.enter();
        boolean equal = comparison.getAsBoolean();
        budget.leave();
        underWay.remove(pair);
        return equal;
    }
}
