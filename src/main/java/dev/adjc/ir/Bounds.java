package dev.adjc.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What numbers an index takes while axes run over their places.
 *
 * <p>Sizes are known to be no less than 0, and where there is a point at all each axis has a place. What cannot be bounded
 * so keeps its symbols, and nothing is claimed of it.
 */
public final class Bounds {
    private final List<Axis> axes;
    private final List<Index> facts;
    private final List<Index> nonempty = new ArrayList<>();

    private Bounds(Collection<Axis> axes, Collection<Index> facts) {
        this.axes = List.copyOf(axes);
        this.facts = List.copyOf(facts);
    }

    /** The bounds while these axes run, each bounded by those before it. */
    public static Bounds of(Collection<Axis> axes) {
        return new Bounds(axes, List.of());
    }

    /** The bounds at those points alone at which none of these is negative. */
    public Bounds where(Collection<Index> neverNegative) {
        return new Bounds(axes, neverNegative);
    }

    /** A number without axes that is no greater than the index anywhere. */
    public Index least(Index index) {
        return extreme(index, false);
    }

    /** A number without axes that is no less than the index anywhere. */
    public Index greatest(Index index) {
        return extreme(index, true);
    }

    /** Whether the index is at least 0 at every point. */
    public boolean isNeverNegative(Index index) {
        return holdsByAxes(index)
                || facts.stream()
                        .map(index::minus)
                        .anyMatch(rest ->
                                holdsByAxes(rest) || facts.stream().anyMatch(fact -> holdsByAxes(rest.minus(fact))));
    }

    private boolean holdsByAxes(Index index) {
        Index least = least(index);
        return Signs.hasNoNegative(least) || Signs.isNeverNegative(least, nonempty());
    }

    /** Whether the index is below the end at every point. */
    public boolean isBelow(Index index, Index end) {
        return isNeverNegative(end.minus(index).plus(-1));
    }

    /** Whether the index is negative at every point. */
    public boolean isAlwaysNegative(Index index) {
        Index most = greatest(index).times(-1).plus(-1);
        return Signs.hasNoNegative(most) || Signs.isNeverNegative(most, nonempty());
    }

    /** Whether there is such an element at every point, whoever asks for it: its places can be computed and are inside. */
    public boolean isThere(Access element) {
        return IntStream.range(0, element.at().size()).allMatch(dimension -> isThere(element, dimension));
    }

    /** Whether the place in one dimension can be computed and is inside, at every point. */
    public boolean isThere(Access element, int dimension) {
        Index place = element.at().get(dimension);
        return isNeverNegative(place)
                && isBelow(place, element.value().extents().get(dimension))
                && isDefined(place);
    }

    /** Whether the number can be computed at every point: what it is divided by is positive, what it reads is there. */
    public boolean isDefined(Index index) {
        for (Index.Atom atom : index.atoms()) {
            boolean defined = atom instanceof Index.Entry entry
                    ? isThere(entry.access())
                    : atom instanceof Index.Quotient quotient
                            ? isNeverNegative(quotient.divisor().plus(-1))
                            : !(atom instanceof Index.Remainder remainder)
                                    || isNeverNegative(remainder.divisor().plus(-1));
            if (!defined) {
                return false;
            }
        }
        return true;
    }

    /** Whether some axis has no place for sure, so that nothing is carried out. */
    boolean isOfNothing() {
        return axes.stream()
                .map(axis -> greatest(axis.extent()).literal())
                .anyMatch(extent -> extent.isPresent() && extent.getAsLong() <= 0);
    }

    /** What is at least 1 because the domain has a point: each axis's number of places, where no other axis is in it. */
    private List<Index> nonempty() {
        if (nonempty.isEmpty()) {
            axes.forEach(axis -> nonempty.add(greatest(axis.extent())));
        }
        return nonempty;
    }

    private Index extreme(Index index, boolean greatest) {
        Index bound = remainders(index, greatest);
        for (int i = axes.size() - 1; i >= 0; i--) {
            Axis axis = axes.get(i);
            if (bound.mentions(axis.symbol())) {
                Optional<Index> replaced = without(bound, axis, greatest);
                if (replaced.isEmpty()) {
                    return bound;
                }
                bound = replaced.get();
            }
        }
        return bound;
    }

    /**
     * The index at the axis's first or last place, whichever makes it the extreme, where one atom of each product moves, or
     * several that are never negative.
     */
    private static Optional<Index> without(Index index, Axis axis, boolean greatest) {
        Index result = index;
        for (Map.Entry<List<Index.Atom>, Long> term : index.terms().entrySet()) {
            Index factor = Index.of(term.getValue());
            List<Index.Atom> moving = new ArrayList<>();
            for (Index.Atom atom : term.getKey()) {
                if (Index.mentions(atom, axis.symbol())) {
                    moving.add(atom);
                } else {
                    factor = factor.times(Index.of(atom));
                }
            }
            if (moving.isEmpty()) {
                continue;
            }
            boolean rising = Signs.isNeverNegative(factor, List.of());
            boolean falling = Signs.isNeverNegative(factor.times(-1), List.of());
            boolean grows = moving.size() == 1 || moving.stream().allMatch(atom -> isNeverNegative(atom, axis));
            if (!grows || !rising && !falling) {
                return Optional.empty();
            }
            Index before = factor;
            Index bound = factor;
            for (Index.Atom atom : moving) {
                Optional<Index> extreme = extreme(atom, axis, rising == greatest);
                if (extreme.isEmpty()) {
                    return Optional.empty();
                }
                before = before.times(Index.of(atom));
                bound = bound.times(extreme.get());
            }
            result = result.plus(bound.minus(before));
        }
        return Optional.of(result);
    }

    private static boolean isNeverNegative(Index.Atom atom, Axis axis) {
        return extreme(atom, axis, false)
                .filter(least -> Signs.isNeverNegative(least, List.of()))
                .isPresent();
    }

    /** Along the axis, of its own place, or of what grows with it: a number of places, a quotient; of entries, that of all. */
    private static Optional<Index> extreme(Index.Atom atom, Axis axis, boolean greatest) {
        if (atom.equals(axis.symbol())) {
            return Optional.of(greatest ? axis.to().plus(-1) : axis.from());
        }
        if (atom instanceof Index.Entry entry) {
            Index.Extreme.End end = greatest ? Index.Extreme.End.GREATEST : Index.Extreme.End.LEAST;
            return Optional.of(Index.of(new Index.Extreme(entry.access().value(), end)));
        }
        if (atom instanceof Index.Quotient quotient
                && quotient.divisor().literal().orElse(0) > 0) {
            return without(quotient.dividend(), axis, greatest).map(bound -> bound.dividedBy(quotient.divisor()));
        }
        return atom instanceof Index.Count count
                ? without(count.extent(), axis, greatest).map(Index::count)
                : Optional.empty();
    }

    /** A remainder by a size lies between 0 and the size. */
    private static Index remainders(Index index, boolean greatest) {
        Index result = index;
        for (Map.Entry<List<Index.Atom>, Long> term : index.terms().entrySet()) {
            List<Index.Atom> atoms = term.getKey();
            if (atoms.size() == 1
                    && atoms.get(0) instanceof Index.Remainder remainder
                    && Signs.isNeverNegative(remainder.divisor(), List.of())) {
                boolean end = term.getValue() > 0 == greatest;
                Index extreme = end ? remainder.divisor().plus(-1) : Index.ZERO;
                result = result.plus(extreme.minus(Index.of(remainder)).times(term.getValue()));
            }
        }
        return result;
    }

    /** What is known of the sign of a form of sizes. */
    private static final class Signs {
        private Signs() {}

        /**
         * Whether the form is at least 0 for all sizes: no factor of it is negative, possibly after forms that are at
         * least 1 are taken off.
         */
        static boolean isNeverNegative(Index form, List<Index> positive) {
            if (hasNoNegative(form)) {
                return true;
            }
            for (Index one : positive) {
                Index rest = form.minus(one).plus(1);
                if (hasNoNegative(rest)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean hasNoNegative(Index form) {
            return form.terms().entrySet().stream()
                    .allMatch(term ->
                            term.getValue() >= 0 && term.getKey().stream().allMatch(Signs::isSize));
        }

        private static boolean isSize(Index.Atom atom) {
            return atom instanceof Symbol || atom instanceof Index.Remainder || atom instanceof Index.Count;
        }
    }
}
