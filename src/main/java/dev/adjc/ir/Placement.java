package dev.adjc.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what is wrong with where the elements of one step stand: a symbol that is neither a size nor an axis of the step, as
 * many places as the value has dimensions, a place that is outside at every point, an axis that sets an element twice.
 */
final class Placement {
    private final Set<Symbol> sizes;
    private final List<String> faults = new ArrayList<>();

    private Placement(Set<Symbol> sizes) {
        this.sizes = sizes;
    }

    /** A sentence for each fault. */
    static List<String> faults(Step step, Set<Symbol> sizes) {
        Placement placement = new Placement(sizes);
        Set<Symbol> known = placement.domain(step.domain());
        // what is out of range for sure may be a read that a requirement refuses, or the adjoint of one, which is added
        // to
        Reads.accesses(step).forEach(access -> placement.access(access, known));
        if (step instanceof Definition definition) {
            placement.access(definition.target(), known);
            if (definition.combine() == Combine.SET) {
                placement.inside(definition.target(), step.domain().axes());
                placement.once(definition);
            }
        }
        return placement.faults;
    }

    private Set<Symbol> domain(Domain domain) {
        Set<Symbol> known = new HashSet<>(sizes);
        for (Axis axis : domain.axes()) {
            symbols(axis.from(), known);
            symbols(axis.to(), known);
            if (!known.add(axis.symbol())) {
                faults.add("`" + axis + "` has the name of another axis or size");
            }
        }
        return known;
    }

    private void symbols(Index index, Set<Symbol> known) {
        for (Index.Atom atom : index.atoms()) {
            if (atom instanceof Symbol symbol && !known.contains(symbol)) {
                faults.add("`" + symbol + "` in `" + index + "` is neither a size nor an axis of the step");
            }
        }
    }

    private void access(Access access, Set<Symbol> known) {
        int rank = access.value().extents().size();
        if (access.at().size() != rank) {
            faults.add("`" + access + "` has " + access.at().size() + " places, not " + rank);
        }
        access.at().forEach(at -> symbols(at, known));
    }

    private void inside(Access target, List<Axis> axes) {
        Bounds bounds = Bounds.of(axes);
        List<Index> extents = target.value().extents();
        for (int i = 0; i < Math.min(extents.size(), target.at().size()); i++) {
            Index at = target.at().get(i);
            Index extent = extents.get(i);
            // as most do: nothing needs to be bounded
            if (axes.stream().anyMatch(axis -> axis.covers(at, extent))) {
                continue;
            }
            boolean outside = bounds.isAlwaysNegative(at) || bounds.isNeverNegative(at.minus(extent));
            if (outside && !bounds.isOfNothing()) {
                faults.add("`" + target + "` is outside the extent `" + extent + "`");
            }
        }
    }

    /** What is set must be set once: each axis is in the target's place. */
    private void once(Definition definition) {
        for (Axis axis : definition.domain().axes()) {
            if (definition.target().at().stream().noneMatch(at -> at.mentions(axis.symbol()))) {
                faults.add("`" + definition.target() + "` is set again at each `" + axis + "`");
            }
        }
    }
}
