package dev.sealedsecrets.template.value;

import java.util.Comparator;
import java.util.List;

/**
 * A Go slice. But for {@link #sortTexts} a list never changes once made; a nil list has no elements and prints like an empty
 * one.
 */
public final class ListValue implements Value {
    private final GoType type;
    private final List<? extends Value> items;
    private final boolean nil;

    private ListValue(GoType type, List<? extends Value> items, boolean nil) {
        this.type = type;
        this.items = items;
        this.nil = nil;
    }

    /** A list of the given slice type; {@code items} must not change afterwards. Elements of type any may be nil. */
    public static ListValue of(GoType type, List<? extends Value> items) {
        return new ListValue(type, items, false);
    }

    /** A {@code []interface {}}. */
    public static ListValue of(List<? extends Value> items) {
        return new ListValue(GoType.LIST, items, false);
    }

    /** The nil list of a type. */
    public static ListValue nil(GoType type) {
        return new ListValue(type, List.of(), true);
    }

    /** The elements. */
    public List<? extends Value> items() {
        return items;
    }

    /** The number of elements. */
    public int size() {
        return items.size();
    }

    /** The element at an index within the bounds. */
    public Value get(int index) {
        return items.get(index);
    }

    /** Sorts a list of texts by bytes, for all who hold it. */
    public void sortTexts() {
        if (items.size() < 2) {
            return;
        }
        items.sort(Comparator.comparing(item -> ((TextValue) item).text()));
    }

    @Override
    public GoType type() {
        return type;
    }

    @Override
    public boolean isTrue() {
        return !items.isEmpty();
    }

    @Override
    public boolean isNil() {
        return nil;
    }

    @Override
    public String toString() {
        return type + " of " + items.size() + " elements";
    }
}
