package dev.adjc.check;

import dev.adjc.ir.Index;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How many dimensions a value has and how large they are, in the names of its function; a number has none.
 *
 * @param extents nothing where a mistake hides an extent, so that no other one follows from it
 */
record Shape(List<Optional<Index>> extents) {
    static final Shape NUMBER = new Shape(List.of());

    Shape {
        extents = List.copyOf(extents);
    }

    /** An array of so many dimensions, of which no more is known. */
    static Shape ofRank(int rank) {
        return new Shape(Collections.nCopies(rank, Optional.empty()));
    }

    int rank() {
        return extents.size();
    }

    boolean isNumber() {
        return extents.isEmpty();
    }

    /** Whether the ranks are equal, and all extents that are known of both. */
    boolean agreesWith(Shape other) {
        if (rank() != other.rank()) {
            return false;
        }
        for (int i = 0; i < rank(); i++) {
            Optional<Index> one = extents.get(i);
            Optional<Index> two = other.extents.get(i);
            if (one.isPresent() && two.isPresent() && !one.equals(two)) {
                return false;
            }
        }
        return true;
    }

    Shape map(UnaryOperator<Index> change) {
        List<Optional<Index>> changed = new ArrayList<>();
        extents.forEach(extent -> changed.add(extent.map(change)));
        return new Shape(changed);
    }

    /** As messages say it: {@code a number}, {@code an array of rank 2}. */
    String rankText() {
        return isNumber() ? "a number" : "an array of rank " + rank();
    }

    /** As it would be declared: {@code [n, 2*m]}. */
    @Override
    public String toString() {
        List<String> texts = new ArrayList<>();
        extents.forEach(extent -> texts.add(extent.map(Index::toString).orElse("…")));
        return "[" + String.join(", ", texts) + "]";
    }
}
