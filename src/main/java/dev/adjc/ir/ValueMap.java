package dev.adjc.ir;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a pass knows of each value of one program, found by the value's number. */
public final class ValueMap<T> {
    private @Nullable Object[] entries = new Object[64];

    /** The entry of a value, or null if there is none. */
    @SuppressWarnings("unchecked")
    public @Nullable T get(Value value) {
        int number = value.hashCode();
        return number < entries.length ? (T) entries[number] : null;
    }

    /** The entry of a value, or this one if there is none. */
    public T getOrDefault(Value value, T otherwise) {
        T entry = get(value);
        return entry == null ? otherwise : entry;
    }

    public boolean containsKey(Value value) {
        return get(value) != null;
    }

    public void put(Value value, T entry) {
        int number = value.hashCode();
        if (number >= entries.length) {
            entries = Arrays.copyOf(entries, Math.max(2 * entries.length, number + 1));
        }
        entries[number] = entry;
    }
}
