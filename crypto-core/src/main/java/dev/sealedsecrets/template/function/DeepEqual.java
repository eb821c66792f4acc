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

/**
 * {@code reflect.DeepEqual}: same types and same contents all the way down. A pair of containers is compared once, so that
 * values that contain themselves come to an end and shared parts cost no more than their size.
 */
final class DeepEqual {
    private final Budget budget;
    private final Set<Pair> visited = new HashSet<>();

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
        if (!firstTime(a, b)) {
            return true;
        }
        budget.enter();
        for (int i = 0; i < a.size(); i++) {
            if (!equal(a.get(i), b.get(i))) {
                budget.leave();
                return false;
            }
        }
        budget.leave();
        return true;
    }

    private boolean equalMaps(MapValue a, MapValue b) {
        if (a.isNil() != b.isNil() || a.size() != b.size()) {
            return false;
        }
        if (!firstTime(a, b)) {
            return true;
        }
        budget.enter();
        for (Map.Entry<String, Value> entry : a.entries().entrySet()) {
            Value other = b.get(entry.getKey());
            if (other == null || !equal(entry.getValue(), other)) {
                budget.leave();
                return false;
            }
        }
        budget.leave();
        return true;
    }

    private boolean firstTime(Value a, Value b) {
        budget.elements(1, 64);
        return visited.add(new Pair(a, b));
    }
}
