package dev.adjc.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An element of a value, read or written: {@code z5}, {@code V[m, d]}, {@code cam[obs[i], k]}.
 *
 * @param at as many as the value has extents; none for a number
 */
public record Access(Value value, List<Index> at) implements Operand {

    public Access {
        at = List.copyOf(at);
    }

    @Override
    public Access replace(Function<Index.Atom, Optional<Index>> replacement) {
        if (at.isEmpty()) {
            return this;
        }
        List<Index> replaced = new ArrayList<>(at.size());
        at.forEach(index -> replaced.add(index.replace(replacement)));
        return new Access(value, replaced);
    }

    /** Whether a number is accessed, rather than an element of an array. */
    public boolean isScalar() {
        return at.isEmpty();
    }

    @Override
    public int hashCode() {
        return 31 * value.hashCode() + at.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Access access && access.value == value && access.at.equals(at);
    }

    @Override
    public String toString() {
        return at.isEmpty() ? value.toString() : value + at.toString();
    }
}
