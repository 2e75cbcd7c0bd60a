package dev.adjc.ir;

import java.util.Optional;
import java.util.function.Function;

/** An integer where a real number is wanted: {@code n} in {@code x / n}. */
public record IndexNumber(Index index) implements Operand {
    @Override
    public IndexNumber replace(Function<Index.Atom, Optional<Index>> replacement) {
        return new IndexNumber(index.replace(replacement));
    }

    @Override
    public String toString() {
        return index.toString();
    }
}
