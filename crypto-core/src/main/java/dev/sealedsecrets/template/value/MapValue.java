package dev.sealedsecrets.template.value;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A Go map with text keys, in byte order of the keys. Dicts can be changed through {@link #put} and {@link #remove}; a nil
 * map reads as empty and takes no entries. Not safe for use by several threads.
 */
public final class MapValue implements Value {
    private final GoType type;
    private final @Nullable SortedMap<String, Value> entries;

    private MapValue(GoType type, @Nullable SortedMap<String, Value> entries) {
        this.type = type;
        this.entries = entries;
    }

    /** An empty map of a map type. */
    public static MapValue empty(GoType type) {
        return new MapValue(type, new TreeMap<>());
    }

    /** An empty sprig dict. */
    public static MapValue dict() {
        return empty(GoType.DICT);
    }

    /** The nil map of a type. */
    public static MapValue nil(GoType type) {
        return new MapValue(type, null);
    }

    /** Sets an entry; false if this is the nil map. */
    public boolean put(String key, Value value) {
        if (entries == null) {
            return false;
        }
        entries.put(key, value);
        return true;
    }

    /** Removes an entry if it is there. */
    public void remove(String key) {
        if (entries != null) {
            entries.remove(key);
        }
    }

    /** The value of a key, or null if the key is absent. */
    public @Nullable Value get(String key) {
        return entries == null ? null : entries.get(key);
    }

    /** Whether the key is present. */
    public boolean containsKey(String key) {
        return entries != null && entries.containsKey(key);
    }

    /** The keys in byte order; a view. */
    public Set<String> keys() {
        return entries().keySet();
    }

    /** The entries in byte order of the keys; a view. */
    public Map<String, Value> entries() {
        return entries == null ? Map.of() : Collections.unmodifiableMap(entries);
    }

    /** The number of entries. */
    public int size() {
        return entries == null ? 0 : entries.size();
    }

    @Override
    public GoType type() {
        return type;
    }

    @Override
    public boolean isTrue() {
        return size() > 0;
    }

    @Override
    public boolean isNil() {
        return entries == null;
    }

    @Override
    public String toString() {
        return type + " of " + size() + " entries";
    }
}
