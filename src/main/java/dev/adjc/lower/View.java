package dev.adjc.lower;

import dev.adjc.ir.Access;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An array as a function of the program sees it: a value, some of whose dimensions are held at a place.
 *
 * <p>The slice {@code A[i, :]} holds the first one. What is defined within rounds, or in a call within an indexed definition,
 * holds those that tell the rounds apart.
 *
 * @param places for each dimension of the value the place that it is held at, if it is held
 * @param extents of the dimensions that are left, as the function knows them
 */
record View(Value value, List<Optional<Index>> places, List<Index> extents) {

    View {
        places = List.copyOf(places);
        extents = List.copyOf(extents);
    }

    /** The whole of a value. */
    static View of(Value value) {
        return within(value, List.of(), value.extents());
    }

    /** A value whose first dimensions are held. */
    static View within(Value value, List<Index> held, List<Index> extents) {
        List<Optional<Index>> places = new ArrayList<>();
        held.forEach(place -> places.add(Optional.of(place)));
        extents.forEach(extent -> places.add(Optional.empty()));
        return new View(value, places, extents);
    }

    /** The element at places in the dimensions that are left. */
    Access at(List<Index> further) {
        Iterator<Index> next = further.iterator();
        return value.at(
                places.stream().map(place -> place.orElseGet(next::next)).collect(Collectors.toList()));
    }

    /** The same element as a real number. */
    Operand element(List<Index> further) {
        Access element = at(further);
        return isOfIntegers() ? new IndexNumber(Index.of(new Index.Entry(element))) : element;
    }

    boolean isOfIntegers() {
        return value.type() == Value.Type.INTEGER;
    }

    /** The slice that holds some of the dimensions that are left. */
    View slice(List<Optional<Index>> further) {
        Iterator<Optional<Index>> next = further.iterator();
        List<Optional<Index>> held =
                places.stream().map(place -> place.or(next::next)).collect(Collectors.toList());
        List<Index> left = new ArrayList<>();
        for (int i = 0; i < further.size(); i++) {
            if (further.get(i).isEmpty()) {
                left.add(extents.get(i));
            }
        }
        return new View(value, held, left);
    }
}
