package dev.adjc.check;

import dev.adjc.ir.Index;
import dev.adjc.ir.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which order a function finds its sizes from the extents of its arguments, and what is left to compare.
 *
 * @param unsolved sizes that no extent gives, the first one of each dimension
 */
public record SizePlan(List<Step> steps, List<Dimension> comparisons, List<Symbol> unsolved) {
    static final SizePlan EMPTY = new SizePlan(List.of(), List.of(), List.of());

    public SizePlan {
        steps = List.copyOf(steps);
        comparisons = List.copyOf(comparisons);
        unsolved = List.copyOf(unsolved);
    }

    /** A dimension of a parameter, both counted from 0, with its size as it is declared. */
    public record Dimension(int parameter, int dimension, Index form) {}

    /** A size that is found: the extent of a dimension is {@code coefficient * size} and further terms, which are known. */
    public record Step(Symbol size, Dimension from) {
        public long coefficient() {
            return from.form().coefficient(size);
        }

        /** The form without the term of the size. */
        public Index rest() {
            return from.form().minus(Index.of(size).times(coefficient()));
        }
    }

    /** A plan for dimensions in the order of the text; names of integers are known from the start. */
    public static SizePlan of(List<Dimension> dimensions, Set<Symbol> integers) {
        List<Dimension> open = new ArrayList<>(dimensions);
        Set<Symbol> known = new LinkedHashSet<>(integers);
        List<Step> steps = new ArrayList<>();
        Optional<Step> next = next(open, known);
        while (next.isPresent()) {
            steps.add(next.get());
            known.add(next.get().size());
            open.remove(next.get().from());
            next = next(open, known);
        }
        Set<Symbol> unsolved = new LinkedHashSet<>();
        open.forEach(dimension -> unknown(dimension, known).stream().limit(1).forEach(unsolved::add));
        return new SizePlan(steps, open, List.copyOf(unsolved));
    }

    /** The dimension that gives a size most plainly: by its bare name, by a sum, or by a multiple. */
    private static Optional<Step> next(List<Dimension> open, Set<Symbol> known) {
        return open.stream()
                .map(dimension -> step(dimension, known))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(SizePlan::difficulty));
    }

    private static int difficulty(Step step) {
        boolean bare = step.from().form().atom().isPresent();
        return bare ? 0 : Math.abs(step.coefficient()) == 1 ? 1 : 2;
    }

    private static Optional<Step> step(Dimension dimension, Set<Symbol> known) {
        List<Symbol> unknown = unknown(dimension, known);
        return unknown.size() == 1 ? Optional.of(new Step(unknown.get(0), dimension)) : Optional.empty();
    }

    private static List<Symbol> unknown(Dimension dimension, Set<Symbol> known) {
        return dimension.form().atoms().stream()
                .map(Symbol.class::cast)
                .filter(symbol -> !known.contains(symbol))
                .collect(Collectors.toList());
    }
}
