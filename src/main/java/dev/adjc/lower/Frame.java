package dev.adjc.lower;

import dev.adjc.ir.Axis;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Origin;
import dev.adjc.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a body is written: what its names stand for, and for which points it is carried out.
 *
 * @param rounds the loops around, of this function, from the outermost
 */
record Frame(Scope scope, Domain domain, Naming naming, Function<Span, Origin> origins, List<Rounds> rounds) {

    /**
     * A loop that is open.
     *
     * @param outside the points for which the whole loop is carried out
     * @param collected what is complete when the loop ends
     */
    record Rounds(String index, Axis axis, Domain outside, Map<String, Meaning> collected) {}

    static Frame of(Scope scope, Domain domain, Naming naming, Function<Span, Origin> origins) {
        return new Frame(scope, domain, naming, origins, List.of());
    }

    /** The frame of a loop's body. */
    Frame within(Scope inner, String index, Axis axis) {
        List<Rounds> longer = new ArrayList<>(rounds);
        longer.add(new Rounds(index, axis, domain, new HashMap<>()));
        return new Frame(inner, domain.along(axis), naming, origins, longer);
    }

    /** The same place, with further points and what is known there. */
    Frame within(Scope inner, Domain further) {
        return new Frame(inner, further, naming, origins, rounds);
    }

    /** The innermost loop around. */
    Rounds innermost() {
        return rounds.get(rounds.size() - 1);
    }

    /** The loop whose index bears the name. */
    Optional<Rounds> loop(String index) {
        return rounds.stream().filter(loop -> loop.index().equals(index)).findFirst();
    }
}
