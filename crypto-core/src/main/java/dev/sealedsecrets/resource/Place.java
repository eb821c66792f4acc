package dev.sealedsecrets.resource;

import org.jspecify.annotations.Nullable;

/** Where a value stands in an object. The path is put together only when it is asked for, that is, for an error. */
final class Place {
    /** The object itself; its path is empty. */
    static final Place ROOT = new Place(null, "", -1);

    private final @Nullable Place parent;
    private final String name;
    private final int index;

    private Place(@Nullable Place parent, String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** The value of a field or key. */
    Place field(String field) {
        return new Place(this, field, -1);
    }

    /** The value of an item of a list. */
    Place item(int number) {
        return new Place(this, "", number);
    }

    /** Names joined by dots, {@code metadata.ownerReferences[0].uid}, on one line. */
    String path() {
        StringBuilder path = new StringBuilder();
        appendTo(path);
        return path.toString();
    }

    private void appendTo(StringBuilder path) {
        if (parent == null) {
            return;
        }
        parent.appendTo(path);
        if (index >= 0) {
            path.append('[').append(index).append(']');
        } else {
            if (path.length() > 0) {
                path.append('.');
            }
            path.append(OneLine.of(name));
        }
    }
}
