package dev.adjc.ir;

import java.util.Optional;
import java.util.function.Function;

/**
 * A whole number that goes by a name: a size, or the place at which an {@link Axis} is.
 *
 * @param instance tells symbols of one name apart where a program needs several, such as two loops over {@code t}
 */
public record Symbol(String name, int instance) implements Index.Atom {

    public static Symbol of(String name) {
        return new Symbol(name, 0);
    }

    @Override
    public Index replace(Function<Index.Atom, Optional<Index>> replacement) {
        return replacement.apply(this).orElseGet(() -> Index.of(this));
    }

    @Override
    public String toString() {
        return instance == 0 ? name : name + "." + instance;
    }
}
